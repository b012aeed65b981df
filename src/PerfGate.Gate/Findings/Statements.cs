using PerfGate.Gate.Records;

namespace PerfGate.Gate.Findings;

/// <summary>The statements of a store that requests asked for.</summary>
internal static class Statements
{
    // What drivers and pools send along: they come with every request, and no query can be improved to avoid them.
    static readonly HashSet<string> Housekeeping = new(StringComparer.OrdinalIgnoreCase)
    {
        "BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE", "DISCARD", "RESET", "SET", "SHOW",
        "PREPARE", "DEALLOCATE", "LISTEN", "UNLISTEN", "NOTIFY", "CHECKPOINT", "VACUUM", "ANALYZE", "",
    };

    static readonly HashSet<string> Pings = new(StringComparer.OrdinalIgnoreCase) { "SELECT 1", "SELECT $1" };

    public static IEnumerable<StatementRecord> OfRequests(ResourceRecord store) =>
        (store.Statements ?? []).Where(s => s.Calls > 0 && !Housekeeping.Contains(FirstWord(s.Text)) && !IsOfProbeOrPing(s.Text));

    /// <summary>Whether a statement reads or changes a table, told by its name, with or without schema and quotes.</summary>
    public static bool Mentions(StatementRecord statement, string table)
    {
        var name = table[(table.LastIndexOf('.') + 1)..].Trim('"');
        if (name.Length == 0) return false;
        for (var at = 0; (at = statement.Text.IndexOf(name, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
            if (!IsWord(statement.Text, at - 1) && !IsWord(statement.Text, at + name.Length)) return true;
        return false;
    }

    /// <summary>Whether a statement may have to look for rows of a table: to insert one it need not.</summary>
    public static bool Reads(StatementRecord statement, string table) =>
        !FirstWord(statement.Text).Equals("INSERT", StringComparison.OrdinalIgnoreCase) && Mentions(statement, table);

    static string FirstWord(string text) => new([.. text.TrimStart().TakeWhile(char.IsAsciiLetter)]);

    static bool IsOfProbeOrPing(string text) =>
        text.Contains("/* perfgate */", StringComparison.Ordinal) || Pings.Contains(text.Trim().TrimEnd(';'));

    static bool IsWord(string text, int at) => at >= 0 && at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_');
}
