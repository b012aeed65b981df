using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Zenzefi.Api.Http;

/// <summary>Money as text with two decimals: <c>"500.00"</c>.</summary>
internal sealed class MoneyJson : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        decimal.Parse(reader.GetString()!, CultureInfo.InvariantCulture);

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options)
    {
        Span<char> text = stackalloc char[32];
        value.TryFormat(text, out var length, "F2", CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }
}
