using System.Net;
using System.Text.Json;

namespace Docker.DotNet;

/// <summary>The engine answered with an error.</summary>
public class DockerApiException : Exception
{
    /// <summary>An error as the engine sent it.</summary>
    public DockerApiException(HttpStatusCode statusCode, string responseBody)
        : base($"The Docker engine answered {(int)statusCode} ({statusCode}): {Explanation(responseBody)}")
    {
        StatusCode = statusCode;
        ResponseBody = responseBody;
    }

    /// <summary>The status of the answer.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The body of the answer as it came, usually <c>{"message": "..."}</c>.</summary>
    public string ResponseBody { get; }

    static string Explanation(string body)
    {
        if (string.IsNullOrWhiteSpace(body)) return "no explanation.";
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("message", out var message)
                && message.ValueKind == JsonValueKind.String
                ? message.GetString().Trim()
                : body.Trim();
        }
        catch (JsonException)
        {
            return body.Trim();
        }
    }
}
