using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Zenzefi.Api.Http;

/// <summary>A moment with its zone, to the microsecond: <c>"2025-11-20T10:30:00.123456+00:00"</c>.</summary>
internal sealed class ZonedTimestampJson : JsonConverter<DateTimeOffset>
{
    const string Format = "yyyy-MM-dd'T'HH:mm:ss.ffffffzzz";

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTimeOffset.ParseExact(reader.GetString()!, Format, CultureInfo.InvariantCulture);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        Span<char> text = stackalloc char[40];
        value.TryFormat(text, out var length, Format, CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }
}
