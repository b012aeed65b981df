namespace PerfGate.Frosting.Hosting;

/// <summary>Guesses what somebody meant to type.</summary>
internal static class Closest
{
    /// <summary>" (did you mean 'x'?)" when one of the known words is at most a third of its letters away, else nothing.</summary>
    public static string Hint(string typed, IEnumerable<string> known)
    {
        var best = known.Select(word => (Word: word, Distance: Distance(typed, word))).OrderBy(x => x.Distance).FirstOrDefault();
        return best.Word is not null && best.Distance <= Math.Max(1, best.Word.Length / 3) ? $" (did you mean '{best.Word}'?)" : "";
    }

    /// <summary>Levenshtein's edit distance, ignoring case.</summary>
    static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1;
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + cost));
            }
        }

        return row[^1];
    }
}
