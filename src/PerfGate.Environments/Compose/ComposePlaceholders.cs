using System.Globalization;
using System.Text.RegularExpressions;

namespace PerfGate.Environments.Compose;

/// <summary>Puts folders, ports and addresses, known only once a run begins, into the texts of a definition.</summary>
internal sealed partial class ComposePlaceholders(string data, string run)
{
    /// <summary>The text with <c>{run}</c> and <c>{data}</c> replaced.</summary>
    public string Fill(string text) => Fill(text, []);

    /// <summary>The text with those, and what is known of stores, replaced.</summary>
    public string Fill(string text, IReadOnlyList<StoreAddress> stores) => Pattern().Replace(text, match =>
    {
        var of = match.Groups["of"];
        var store = stores.FirstOrDefault(store =>
            !of.Success || string.Equals(store.Store.Name, of.Value, StringComparison.Ordinal));
        return match.Groups["what"].Value switch
        {
            "data" => data,
            "run" => run,
            "port" when store is not null => store.Port.ToString(CultureInfo.InvariantCulture),
            "url" when store is not null => store.Url,
            "connection" when store is not null => store.Connection,
            _ => match.Value,
        };
    });

    /// <summary>Placeholders in a variable of the compose file that cannot be replaced, braces included.</summary>
    public static IEnumerable<string> UnknownInVariables(string text) => Unknown(text, []);

    /// <summary>Placeholders in a text of a migration or seed that cannot be replaced, braces included.</summary>
    public static IEnumerable<string> Unknown(string text, IReadOnlyList<ComposeStore> stores) => Pattern()
        .Matches(text)
        .Where(match => !IsKnown(match.Groups["what"].Value, match.Groups["of"], stores))
        .Select(match => match.Value);

    static bool IsKnown(string what, Group of, IReadOnlyList<ComposeStore> stores) => what switch
    {
        "data" or "run" => !of.Success,
        "port" or "url" or "connection" => stores.Any(store =>
            store.Port is not null && (!of.Success || string.Equals(store.Name, of.Value, StringComparison.Ordinal))),
        _ => false,
    };

    // Only bare words in braces: JSON in a variable is left alone, and so are the compose file's own ${VARIABLES}.
    [GeneratedRegex(
        @"(?<!\$)\{(?<what>[a-z]+)(:(?<of>[a-zA-Z0-9._-]+))?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
