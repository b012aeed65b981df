using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CoreVia.Api.Http;

/// <summary>
/// Reads the fields of a body: what <see cref="FieldReader"/> knows, and what only bodies here have, which is
/// fields that may be null, fractions, moments, and names that go by another name as well.
/// </summary>
internal sealed class BodyFields(JsonElement body)
{
    static readonly string[] TimestampForms =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd",
    ];

    readonly FieldReader fields = FieldReader.OfBody(body);
    readonly List<FieldProblem> problems = [];

    public IReadOnlyList<FieldProblem> Problems => [.. fields.Problems, .. problems];

    /// <summary>The first of two names that was sent, or else the first.</summary>
    public string Either(string name, string other) => Find(name) is null && Find(other) is not null ? other : name;

    /// <summary>A required text.</summary>
    public string Text(string name, int least = 0, int most = int.MaxValue) => fields.Text(name, least, most);

    /// <summary>A required text that obeys a rule; the rule returns what is wrong, or null.</summary>
    public string Text(string name, Func<string, string?> rule) => fields.Text(name, rule);

    /// <summary>A text that may be absent or null.</summary>
    public string? OptionalText(string name, int most = int.MaxValue) => Find(name) is null ? null : fields.Text(name, most: most);

    /// <summary>A required text without markup, trimmed and with the characters escaped that HTML gives a meaning.</summary>
    /// <param name="name">The field.</param>
    /// <param name="least">Characters as sent.</param>
    /// <param name="most">Characters as sent.</param>
    /// <param name="room">Characters that can be stored: escaping makes a text longer.</param>
    public string PlainText(string name, int least, int most, int room = int.MaxValue)
    {
        var text = fields.Text(name, least, most);
        if (text.AsSpan().ContainsAny('<', '>'))
        {
            return Refuse(name, "value_error", "Value error, a text cannot contain < or >", text, ("reason", "markup"));
        }

        var plain = text.Trim()
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal)
            .Replace("'", "&#x27;", StringComparison.Ordinal);
        return plain.EnumerateRunes().Count() > room
            ? Refuse(name, "string_too_long", $"String should have at most {room} characters once escaped", text, ("max_length", room))
            : plain;
    }

    /// <summary>A required whole number.</summary>
    public int Integer(string name, int least, int most) => fields.Integer(name, least, most);

    /// <summary>A whole number that may be absent or null.</summary>
    public int? OptionalInteger(string name, int least, int most) => Find(name) is null ? null : fields.Integer(name, least, most);

    /// <summary>A required number above one limit and up to another.</summary>
    public double NumberAbove(string name, double limit, double most) => Number(name, limit, most, open: true);

    /// <summary>A number that may be absent or null.</summary>
    public double? OptionalNumber(string name, double least, double most) =>
        Find(name) is null ? null : Number(name, least, most, open: false);

    public bool Flag(string name, bool fallback) => fields.Flag(name, fallback);

    /// <summary>A required word out of a few.</summary>
    public string Choice(string name, IReadOnlyList<string> words) =>
        body.TryGetProperty(name, out _) ? fields.Choice(name, words) ?? words[0] : Missing(name, words[0]);

    /// <summary>A word out of a few that may be absent or null.</summary>
    public string? OptionalChoice(string name, IReadOnlyList<string> words) => Find(name) is null ? null : fields.Choice(name, words);

    /// <summary>A moment that may be absent or null, as UTC without a zone; one sent without a zone counts as UTC.</summary>
    public DateTime? OptionalTimestamp(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParseExact(value.ToString(), TimestampForms, CultureInfo.InvariantCulture, Utc, out var moment)
            ? new DateTime(moment.Ticks - (moment.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Unspecified)
            : Refuse<DateTime?>(name, "datetime_parsing", "Input should be a valid datetime", null);
    }

    double Number(string name, double least, double most, bool open)
    {
        return !body.TryGetProperty(name, out var value)
            ? Missing(name, 0d)
            : value.ValueKind is not (JsonValueKind.Number or JsonValueKind.String)
            ? Refuse(name, "float_type", "Input should be a valid number", 0d)
            : !double.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                || !double.IsFinite(number)
            ? Refuse(name, "float_parsing", "Input should be a valid number, unable to parse string as a number", 0d)
            : open && number <= least
            ? Refuse(name, "greater_than", $"Input should be greater than {least}", 0d, ("gt", least))
            : number < least
            ? Refuse(name, "greater_than_equal", $"Input should be greater than or equal to {least}", 0d, ("ge", least))
            : number > most
            ? Refuse(name, "less_than_equal", $"Input should be less than or equal to {most}", 0d, ("le", most))
            : number;
    }

    /// <summary>The value of a field, or null when it is absent or null.</summary>
    JsonElement? Find(string name) => body.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    T Missing<T>(string name, T instead)
    {
        problems.Add(new FieldProblem("missing", ["body", name], "Field required", body));
        return instead;
    }

    T Refuse<T>(string name, string type, string message, T instead, (string Key, JsonNode Value)? limit = null)
    {
        var context = limit is { } known ? new JsonObject { [known.Key] = known.Value } : null;
        problems.Add(new FieldProblem(type, ["body", name], message, Find(name), context));
        return instead;
    }
}
