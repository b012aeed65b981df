using System.Text;
using System.Text.Json;

namespace CoreVia.Api.Tests.Support;

/// <summary>Sends requests as the load suite does, with a bearer token once logged in.</summary>
internal sealed class Caller(HttpClient http)
{
    public const string Password = "LoadTest123!";

    public string? Bearer { get; set; }

    public string? Id { get; private set; }

    public string? Email { get; private set; }

    /// <summary>Goes on as the user that a registration or a login has answered with.</summary>
    public void Enter(Reply session)
    {
        session.Status.ShouldBeLessThan(300, session.Text);
        Bearer = session["access_token"];
        Id = session.Json.GetProperty("user").GetProperty("id").GetString();
        Email = session.Json.GetProperty("user").GetProperty("email").GetString();
    }

    /// <summary>The same user, seen by another server.</summary>
    public Caller At(CoreViaServer server) => new(server.Http) { Bearer = Bearer, Id = Id, Email = Email };

    public Task<Reply> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, content: null, headers);

    public Task<Reply> PostAsync(string path, object? body = null) => PostTextAsync(path, body is null ? "" : JsonSerializer.Serialize(body));

    public async Task<Reply> PostTextAsync(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await SendAsync(HttpMethod.Post, path, content);
    }

    public Task<Reply> RegisterAsync(string email, string type, string password = Password) =>
        PostAsync("/api/v1/auth/register", new { email, password, full_name = "Load Test User 7", user_type = type });

    public Task<Reply> LogInAsync(string email, string type, string password = Password) =>
        PostAsync("/api/v1/auth/login", new { email, password, user_type = type });

    /// <summary>Tells something to all, and returns its id.</summary>
    public async Task<string> PostedAsync(string content, bool isPublic = true)
    {
        var reply = await PostAsync("/api/v1/social/posts", new { post_type = "general", content, is_public = isPublic });
        reply.Status.ShouldBe(201, reply.Text);
        return reply["id"];
    }

    public Task<Reply> LikeAsync(string post) => PostAsync($"/api/v1/social/posts/{post}/like");

    public Task<Reply> OfferAsync(string title, double price = 9.99, bool isActive = true, string type = "consultation") => PostAsync(
        "/api/v1/marketplace/products",
        new { product_type = type, title, description = "Fixed text of a product", price, currency = "USD", is_active = isActive });

    async Task<Reply> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
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
}
