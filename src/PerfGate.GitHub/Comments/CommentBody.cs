using System.Text;

namespace PerfGate.GitHub.Comments;

/// <summary>
/// A summary behind a marker, within a limit. A summary comes fitted; where it does not, it ends early at a whole line outside of any
/// block of code, what was folded open is closed, and a sentence says so.
/// </summary>
internal static class CommentBody
{
    /// <summary>GitHub's own limit is 65,536 characters.</summary>
    public const int Limit = 65_000;

    /// <summary>For a server with a lower limit, or one that counts differently.</summary>
    public const int HarderLimit = 16_000;

    const string Note = "\n\n_The rest did not fit: see summary.md of the run's artifacts._\n";
    const string OpenFold = "<details>";
    const string CloseFold = "</details>";

    public static string Of(CommentMarker? marker, string summary, int limit)
    {
        var text = WithoutMarker(summary);
        var first = marker is null ? "" : marker + "\n";
        return first + Fit(text, limit - first.Length);
    }

    static string WithoutMarker(string summary) =>
        !summary.StartsWith("<!-- perfgate ", StringComparison.Ordinal) ? summary
        : summary.IndexOf('\n', StringComparison.Ordinal) is > 0 and var end ? summary[(end + 1)..]
        : "";

    // Bytes of UTF-8, of which there are never fewer than characters however they are counted.
    static string Fit(string text, int limit)
    {
        if (Encoding.UTF8.GetByteCount(text) <= limit) return text;
        var room = limit - Note.Length;
        var (kept, bytes, folds, fence) = (0, 0, 0, "");
        var (end, open) = (0, 0);
        foreach (var line in text.Split('\n'))
        {
            bytes += Encoding.UTF8.GetByteCount(line) + 1;
            folds += Count(line, OpenFold) - Count(line, CloseFold);
            if (bytes + (folds * (CloseFold.Length + 2)) > room) break;
            kept += line.Length + 1;
            fence = Fence(fence, line.Trim());
            if (fence.Length == 0) (end, open) = (kept, folds);
        }

        return text[..Math.Min(end, text.Length)].TrimEnd() + string.Concat(Enumerable.Repeat("\n\n" + CloseFold, open)) + Note;
    }

    static string Fence(string open, string line)
    {
        var ticks = line.Length - line.TrimStart('`').Length;
        if (open.Length == 0) return ticks >= 3 ? line[..ticks] : "";
        return ticks >= open.Length && ticks == line.Length ? "" : open;
    }

    static int Count(string line, string tag) => (line.Length - line.Replace(tag, "").Length) / tag.Length;
}
