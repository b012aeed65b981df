namespace PerfGate.Reporting.Summary;

/// <summary>
/// The hidden first line of a summary, read by machines: one word per value, whatever somebody named his suite. Values of
/// several suites are joined with a plus.
/// </summary>
internal static class MarkdownMarker
{
    const int MostJoined = 20;

    public static string Of(SummaryModel model) => Of([model.Suite], [model.Profile], [model.Commit], [model.RunId]);

    public static string Of(
        IEnumerable<string?> suites, IEnumerable<string?> profiles, IEnumerable<string?> commits, IEnumerable<string?> runs) =>
        $"<!-- perfgate schema=1 suite={Join(suites)} profile={Join(profiles)} commit={Join(commits)} run={Join(runs)} -->\n";

    static string Join(IEnumerable<string?> values)
    {
        var keys = values.OfType<string>().Select(Key).Distinct().Take(MostJoined).ToList();
        return keys.Count > 0 ? string.Join('+', keys) : "none";
    }

    static string Key(string text)
    {
        var words = new string([.. text.Take(80).Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' ? c : '-')]);
        var key = string.Join('-', words.Split('-', StringSplitOptions.RemoveEmptyEntries));
        return key.Length > 0 ? key : "none";
    }
}
