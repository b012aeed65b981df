#nullable enable
using System.Net;
using System.Text.Json;

namespace Octokit.Internal;

/// <summary>Tells the kinds of errors apart, by status and by the words that GitHub uses.</summary>
internal static class Errors
{
    public static ApiException From(Response response) => response.StatusCode switch
    {
        HttpStatusCode.Unauthorized => new AuthorizationException(response),
        HttpStatusCode.Forbidden => Forbidden(response, (string)response.Body),
        HttpStatusCode.NotFound => new NotFoundException(response),
        HttpStatusCode.UnprocessableEntity => new ApiValidationException(response),
        _ => new ApiException(response),
    };

    /// <summary>What GitHub says in the body of an error; the body itself where it is something else.</summary>
    public static ApiError Explanation(string? body)
    {
        if (string.IsNullOrEmpty(body)) return new ApiError(body);
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? new ApiError(
                    Text(json.RootElement, "message"), Text(json.RootElement, "documentation_url"), Details(json.RootElement))
                : new ApiError(body);
        }
        catch (JsonException)
        {
            return new ApiError(body);
        }
    }

    static ForbiddenException Forbidden(Response response, string body) =>
        Says(body, "rate limit exceeded") ? new RateLimitExceededException(response)
        : Says(body, "secondary rate limit") ? new SecondaryRateLimitExceededException(response)
        : Says(body, "abuse-rate-limits") || Says(body, "abuse detection mechanism") ? new AbuseException(response)
        : new ForbiddenException(response);

    static bool Says(string body, string words) => body.Contains(words, StringComparison.Ordinal);

    static List<ApiErrorDetail>? Details(JsonElement error) =>
        error.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array
            ? [.. errors.EnumerateArray().Select(Detail)]
            : null;

    // GitHub explains in objects, and now and then in bare sentences.
    static ApiErrorDetail Detail(JsonElement detail) => detail.ValueKind == JsonValueKind.Object
        ? new(Text(detail, "message"), Text(detail, "code"), Text(detail, "field"), Text(detail, "resource"))
        : new(detail.ToString(), null, null, null);

    static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;
}
