using System.Net.Http.Headers;
using System.Text.Json;

namespace Zenzefi.Api.Tests.Support;

/// <summary>An answer, read to its end.</summary>
internal sealed record Reply(int Status, string Text, HttpResponseHeaders Headers, string? ContentType)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Text);

    public string Detail => Json.GetProperty("detail").GetString()!;

    public IEnumerable<string> Names => Json.EnumerateObject().Select(property => property.Name);

    public string this[string name] => Json.GetProperty(name).ToString();

    /// <summary>The type of each problem of a 422, with the place it is at.</summary>
    public IEnumerable<string> Problems => Json.GetProperty("detail").EnumerateArray().Select(problem =>
        $"{problem.GetProperty("type").GetString()} at {string.Join('.', problem.GetProperty("loc").EnumerateArray())}");
}
