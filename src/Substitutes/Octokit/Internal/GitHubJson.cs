#nullable enable
using System.Reflection;
using System.Runtime.Serialization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Octokit.Internal;

/// <summary>How GitHub writes JSON.</summary>
internal static class GitHubJson
{
    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        // To GitHub null and nothing are not the same.
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new StringEnumConverterFactory(), new GitHubEnumConverterFactory(), new GitHubTimeConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { SetPrivately } },
    };

    public static byte[] Write(object body) => JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), Options);

    /// <summary>Reads an answer.</summary>
    /// <exception cref="ApiException">It is not JSON.</exception>
    /// <exception cref="SerializationException">It is JSON, but not what was expected.</exception>
    public static T Read<T>(Response response)
    {
        if (!IsJson(response.ContentType))
        {
            throw new ApiException(
                $"What answered {response} is not GitHub's API: it sent {response.ContentType ?? "no content"} instead of JSON.",
                response.StatusCode);
        }

        try
        {
            return JsonSerializer.Deserialize<T>((string)response.Body, Options) ?? throw new JsonException("It is null.");
        }
        catch (JsonException exception)
        {
            throw new SerializationException(
                $"The answer to {response} is not what GitHub's API says: {exception.Message}", exception);
        }
    }

    static bool IsJson(string? type) => type is "application/json" || type?.EndsWith("+json", StringComparison.Ordinal) == true;

    // What GitHub sends is not the caller's to change, so models have private setters.
    static void SetPrivately(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.Set is not null || property.AttributeProvider is not PropertyInfo { } member) continue;
            var declared = member.DeclaringType!.GetProperty(member.Name);
            if (declared?.SetMethod is not null) property.Set = declared.SetValue;
        }
    }
}
