#nullable enable
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Docker.DotNet.Internal;

/// <summary>The engine writes a time as RFC 3339 when it inspects, and as Unix seconds when it lists.</summary>
internal sealed class EngineDateConverter : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number ? DateTime.UnixEpoch.AddSeconds(reader.GetInt64()) : reader.GetDateTime();

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
