using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Zenzefi.Api.Redis;

/// <summary>Values that Redis keeps as JSON for a while. Without Redis nothing is remembered, and nothing fails.</summary>
internal static class RedisJson
{
    /// <summary>The value of a key; null when there is none, when it is not what we would write, or when Redis is out of reach.</summary>
    public static async ValueTask<T?> FindJsonAsync<T>(this RedisClient redis, string key, JsonTypeInfo<T> type, CancellationToken ct)
        where T : class
    {
        try
        {
            return await redis.SendAsync(["GET", key], ct) is { Text: { } json } ? JsonSerializer.Deserialize(json, type) : null;
        }
        catch (Exception exception) when (exception is RedisException or JsonException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Keeps a value for some whole seconds, at least one.</summary>
    public static async ValueTask StoreJsonAsync<T>(
        this RedisClient redis,
        string key,
        T value,
        JsonTypeInfo<T> type,
        TimeSpan timeToLive,
        CancellationToken ct)
        where T : class
    {
        var seconds = ((long)timeToLive.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        try
        {
            await redis.SendAsync(["SET", key, JsonSerializer.Serialize(value, type), "EX", seconds], ct);
        }
        catch (RedisException)
        {
            // Remembering is a courtesy; the client has logged that it is off.
        }
    }
}
