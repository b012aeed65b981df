using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ReferenceSystem.Http;

/// <summary>
/// Reads fields by name and notes what is wrong with each, in the words and shapes of the framework that the
/// modelled system is built on, which takes numbers and switches as text as well.
/// </summary>
internal sealed class FieldReader
{
    readonly string place;
    readonly Func<string, JsonElement?> find;
    readonly JsonElement? whole;
    readonly List<FieldProblem> problems = [];

    FieldReader(string place, Func<string, JsonElement?> find, JsonElement? whole = null) =>
        (this.place, this.find, this.whole) = (place, find, whole);

    public IReadOnlyList<FieldProblem> Problems => problems;

    public static FieldReader OfBody(JsonElement body) =>
        new("body", name => body.TryGetProperty(name, out var value) ? value.Clone() : null, body.Clone());

    public static FieldReader OfQuery(IQueryCollection query) =>
        new("query", name => query.TryGetValue(name, out var values) && values is [.., { } last] ? Json(last) : null);

    public static FieldProblem NotJson(string error) =>
        new("json_invalid", ["body"], "JSON decode error", Json(""), new JsonObject { ["error"] = error });

    public static FieldProblem NotAnObject(JsonElement body) =>
        new("model_attributes_type", ["body"], "Input should be a valid dictionary or object to extract fields from", body.Clone());

    /// <summary>A required text.</summary>
    public string Text(string name, int least = 0, int most = int.MaxValue)
    {
        if (find(name) is not { } value)
        {
            return Missing(name);
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            return Refuse(name, value, "string_type", "Input should be a valid string", "");
        }

        var text = value.GetString()!;
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            // PostgreSQL could not store it.
            return Refuse(name, value, "value_error", "Value error, a text cannot contain the character NUL", "", ("reason", "NUL"));
        }

        var length = text.EnumerateRunes().Count();
        return length < least
            ? Refuse(name, value, "string_too_short", $"String should have at least {least} characters", text, ("min_length", least))
            : length > most
            ? Refuse(name, value, "string_too_long", $"String should have at most {most} characters", text, ("max_length", most))
            : text;
    }

    /// <summary>A text that may be absent or null.</summary>
    public string? OptionalText(string name) =>
        find(name) is null or { ValueKind: JsonValueKind.Null } ? null : Text(name);

    /// <summary>A text that obeys a rule; the rule returns what is wrong, or null.</summary>
    public string Text(string name, Func<string, string?> rule, int least = 0)
    {
        var before = problems.Count;
        var text = Text(name, least);
        return problems.Count == before && rule(text) is { } reason
            ? Refuse(name, Json(text), "value_error", $"Value error, {reason}", text, ("reason", reason))
            : text;
    }

    /// <summary>A whole number, required unless there is a fallback.</summary>
    public int Integer(string name, int least, int most = int.MaxValue, int? fallback = null)
    {
        if (find(name) is not { } value)
        {
            return fallback ?? Missing(name, 0);
        }

        if (!TryDecimal(value, out var number))
        {
            return value.ValueKind == JsonValueKind.String
                ? Refuse(name, value, "int_parsing", "Input should be a valid integer, unable to parse string as an integer", 0)
                : Refuse(name, value, "int_type", "Input should be a valid integer", 0);
        }

        return decimal.Truncate(number) != number
            ? Refuse(name, value, "int_from_float", "Input should be a valid integer, got a number with a fractional part", 0)
            : number < least
            ? Refuse(name, value, "greater_than_equal", $"Input should be greater than or equal to {least}", 0, ("ge", least))
            : number > most
            ? Refuse(name, value, "less_than_equal", $"Input should be less than or equal to {most}", 0, ("le", most))
            : (int)number;
    }

    /// <summary>An amount of money above zero that fits numeric(10,2), with the decimals it was written with.</summary>
    public decimal Amount(string name)
    {
        if (find(name) is not { } value)
        {
            return Missing(name, 0m);
        }

        return !TryDecimal(value, out var amount)
            ? Refuse(name, value, "decimal_parsing", "Input should be a valid decimal", 0m)
            : amount <= 0
            ? Refuse(name, value, "greater_than", "Input should be greater than 0", 0m, ("gt", 0))
            : amount != decimal.Round(amount, 2)
            ? Refuse(name, value, "decimal_max_places", "Decimal input should have no more than 2 decimal places", 0m, ("decimal_places", 2))
            : amount >= 100_000_000m
            ? Refuse(name, value, "decimal_whole_digits", "Decimal input should have no more than 8 digits before the decimal point", 0m, ("whole_digits", 8))
            : amount;
    }

    /// <summary>A switch.</summary>
    public bool Flag(string name, bool fallback)
    {
        if (find(name) is not { } value)
        {
            return fallback;
        }

        return value.ToString().ToUpperInvariant() switch
        {
            "TRUE" or "1" or "YES" or "ON" or "T" or "Y" => true,
            "FALSE" or "0" or "NO" or "OFF" or "F" or "N" => false,
            _ => Refuse(name, value, "bool_parsing", "Input should be a valid boolean, unable to interpret input", fallback),
        };
    }

    /// <summary>One of a few words, or null when absent.</summary>
    public string? Choice(string name, IReadOnlyList<string> words)
    {
        if (find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && words.Contains(value.GetString(), StringComparer.Ordinal))
        {
            return value.GetString();
        }

        var quoted = words.Select(word => $"'{word}'").ToArray();
        var expected = $"{string.Join(", ", quoted[..^1])} or {quoted[^1]}";
        return Refuse<string?>(name, value, "enum", $"Input should be {expected}", null, ("expected", expected));
    }

    static bool TryDecimal(JsonElement value, out decimal number)
    {
        number = 0;
        return value.ValueKind is JsonValueKind.Number or JsonValueKind.String
            && decimal.TryParse(value.ToString().Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }

    static JsonElement Json(string text) => JsonSerializer.SerializeToElement(text);

    string Missing(string name) => Missing(name, "");

    T Missing<T>(string name, T instead)
    {
        problems.Add(new FieldProblem("missing", [place, name], "Field required", whole));
        return instead;
    }

    T Refuse<T>(string name, JsonElement value, string type, string message, T instead, (string Key, JsonNode Value)? limit = null)
    {
        var context = limit is { } known ? new JsonObject { [known.Key] = known.Value } : null;
        problems.Add(new FieldProblem(type, [place, name], message, value, context));
        return instead;
    }
}
