using System.Text;
using System.Text.Json;

namespace Zenzefi.Api.Tests.Support;

/// <summary>Sends requests, with a bearer token once logged in.</summary>
internal sealed class Caller(HttpClient http)
{
    public const string Password = "LoadTest123!";

    public string? Bearer { get; set; }

    public string? Email { get; set; }

    public Task<Reply> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, content: null, headers);

    public Task<Reply> PostAsync(string path, object body) => PostTextAsync(path, JsonSerializer.Serialize(body));

    public async Task<Reply> PostTextAsync(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await SendAsync(HttpMethod.Post, path, content);
    }

    public async Task<Reply> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content = null,
        params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (Bearer is not null)
        {
            request.Headers.Authorization = new("Bearer", Bearer);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await http.SendAsync(request);
        return new Reply(
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(),
            response.Headers,
            response.Content.Headers.ContentType?.ToString());
    }

    public Task<Reply> RegisterAsync(string name, string query = "") => PostAsync(
        $"/api/v1/auth/register{query}",
        new { email = $"{name}@loadtest.local", username = name, password = Password, full_name = $"Load Test User {name}" });

    public Task<Reply> LogInAsync(string email, string password = Password) =>
        PostAsync("/api/v1/auth/login", new { email, password });

    public Task<Reply> DepositAsync(decimal amount) => PostAsync("/api/v1/currency/mock-purchase", new { amount });

    public Task<Reply> PurchaseAsync(int hours) => PostAsync("/api/v1/tokens/purchase", new { duration_hours = hours, scope = "full" });

    public async Task<string> BalanceAsync() => (await GetAsync("/api/v1/currency/balance"))["balance"];
}
