using System.Text.Json;
using System.Text.Json.Serialization;
using PerfGate.Statistics;

namespace PerfGate.Gate.Recording;

/// <summary>A histogram as the public HdrHistogram V2 compressed form in base64, which other tools read.</summary>
internal sealed class HdrHistogramConverter : JsonConverter<HdrHistogram>
{
    /// <inheritdoc />
    public override HdrHistogram Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String) throw new JsonException("An encoded histogram is a text.");
        try
        {
            return HdrHistogram.Decode(reader.GetString()!);
        }
        catch (FormatException e)
        {
            throw new JsonException(e.Message, e);
        }
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, HdrHistogram value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Encode());
}
