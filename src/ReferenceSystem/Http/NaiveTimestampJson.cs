using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReferenceSystem.Http;

/// <summary>UTC without saying so, to the microsecond: <c>"2025-11-20T10:30:00.123456"</c>.</summary>
internal sealed class NaiveTimestampJson : JsonConverter<DateTime>
{
    const string Format = "yyyy-MM-dd'T'HH:mm:ss.ffffff";

    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTime.ParseExact(reader.GetString()!, Format, CultureInfo.InvariantCulture);

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options)
    {
        Span<char> text = stackalloc char[32];
        value.TryFormat(text, out var length, Format, CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }
}
