using System.Globalization;
using System.Text.RegularExpressions;

namespace PerfGate.Environments.Embedded;

/// <summary>Puts ports, addresses and folders, known only once a run begins, into the texts of a definition.</summary>
internal sealed partial class Placeholders(string data, string run, IReadOnlyDictionary<string, int> ports)
{
    /// <summary>The text with each placeholder replaced, as seen by that service.</summary>
    public string Fill(string text, string service) => Pattern().Replace(text, match => Value(match, service));

    /// <summary>Where a service listens.</summary>
    public Uri Url(string service) => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{ports[service]}"));

    /// <summary>Placeholders in a text that cannot be replaced, braces included.</summary>
    public static IEnumerable<string> Unknown(string text, IReadOnlyCollection<string> services) => Pattern()
        .Matches(text)
        .Where(match => !IsKnown(match.Groups["what"].Value, match.Groups["of"], services))
        .Select(match => match.Value);

    static bool IsKnown(string what, Group of, IReadOnlyCollection<string> services) => what switch
    {
        "data" or "run" => !of.Success,
        "port" or "url" => !of.Success || services.Contains(of.Value),
        _ => false,
    };

    string Value(Match match, string service)
    {
        var of = match.Groups["of"].Success ? match.Groups["of"].Value : service;
        return match.Groups["what"].Value switch
        {
            "data" => data,
            "run" => run,
            "port" => ports[of].ToString(CultureInfo.InvariantCulture),
            _ => Url(of).ToString().TrimEnd('/'),
        };
    }

    // Only bare words in braces: JSON in a variable is left alone.
    [GeneratedRegex(@"\{(?<what>[a-z]+)(:(?<of>[a-z0-9-]+))?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
