namespace PerfGate.Gate.Suites;

/// <summary>Guesses what somebody meant to type.</summary>
internal static class Closest
{
    /// <summary>" (did you mean 'x'?)" when a known word is close enough, else nothing.</summary>
    public static string Hint(string typed, IEnumerable<string> known) => Of(typed, known) is { } word ? $" (did you mean '{word}'?)" : "";

    /// <summary>The closest of the known words, when it is at most a third of its letters away; else null.</summary>
    public static string? Of(string typed, IEnumerable<string> known)
    {
        var best = known.Select(word => (Word: word, Distance: Distance(typed, word))).OrderBy(x => x.Distance).FirstOrDefault();
        return best.Word is not null && best.Distance <= Math.Max(1, best.Word.Length / 3) ? best.Word : null;
    }

    /// <summary>
    /// Levenshtein's edit distance, ignoring case, in which two neighbours that changed places are one mistake (the restricted
    /// distance of Damerau): "lunhc" is one away from "lunch".
    /// </summary>
    static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var best = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (Same(i, j) ? 0 : 1));
                rows[i, j] = i > 1 && j > 1 && Same(i, j - 1) && Same(i - 1, j) ? Math.Min(best, rows[i - 2, j - 2] + 1) : best;
            }
        }

        return rows[a.Length, b.Length];

        bool Same(int i, int j) => char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]);
    }
}
