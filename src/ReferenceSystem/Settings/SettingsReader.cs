using System.Globalization;

namespace ReferenceSystem.Settings;

/// <summary>
/// Reads settings by name and notes every problem in a line of its own, so that all of them can be told at once.
/// A value that cannot be used reads as its default.
/// </summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    readonly List<string> problems = [];

    public IReadOnlyList<string> Problems => problems;

    /// <summary>The value of a setting, or null when it is absent or blank.</summary>
    public string? Find(string name) => configuration[name] is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    /// <summary>The names that start with a prefix and have a value.</summary>
    public IEnumerable<string> NamesStartingWith(string prefix) => configuration.GetChildren()
        .Select(section => section.Key)
        .Where(name => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && Find(name) is not null);

    public void Refuse(string problem) => problems.Add(problem);

    public string Required(string name)
    {
        if (Find(name) is { } value)
        {
            return value;
        }

        Refuse($"{name} is missing.");
        return "";
    }

    public int Integer(string name, int fallback, int least, int most)
    {
        if (Find(name) is not { } text)
        {
            return fallback;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value >= least && value <= most)
        {
            return value;
        }

        Refuse($"{name} is '{text}', but must be a whole number from {least} to {most}.");
        return fallback;
    }

    public decimal Number(string name, decimal fallback, decimal least, decimal most, int decimals)
    {
        if (Find(name) is not { } text)
        {
            return fallback;
        }

        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var value)
            && value >= least && value <= most && decimal.Round(value, decimals) == value)
        {
            return value;
        }

        Refuse($"{name} is '{text}', but must be a number from {least} to {most} with at most {decimals} decimals.");
        return fallback;
    }

    /// <summary>One of a few words; the first is the default.</summary>
    public string Choice(string name, params ReadOnlySpan<string> words)
    {
        if (Find(name) is not { } text)
        {
            return words[0];
        }

        foreach (var word in words)
        {
            if (string.Equals(word, text, StringComparison.OrdinalIgnoreCase))
            {
                return word;
            }
        }

        Refuse($"{name} is '{text}', but must be one of: {string.Join(", ", words!)}.");
        return words[0];
    }

    public Uri? WebAddress(string name)
    {
        if (Find(name) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
        {
            return uri;
        }

        Refuse($"{name} is '{text}', but must be an absolute http or https address.");
        return null;
    }
}
