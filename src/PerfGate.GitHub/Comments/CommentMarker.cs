using System.Globalization;
using System.Text;

namespace PerfGate.GitHub.Comments;

/// <summary>
/// The hidden first line of a comment: which comment it is, and which run wrote it. Its values are words of our own making, so
/// that no name can end the line or the HTML comment around it.
/// </summary>
/// <param name="Key">Suite, workflow and job: one comment each.</param>
/// <param name="Head">The commit that was measured.</param>
/// <param name="Run">The run; larger is newer.</param>
/// <param name="Attempt">How often that run was started.</param>
internal sealed record CommentMarker(string Key, string Head, long Run, int Attempt)
{
    public override string ToString() =>
        $"<!-- perfgate schema=1 {Key} head={Head} run={Run} attempt={Attempt} -->";

    public bool IsNewerThan(CommentMarker other) => (Run, Attempt).CompareTo((other.Run, other.Attempt)) > 0;

    public static CommentMarker Of(string suite, GitHubJob job, string head) => new(
        $"suite={Word(suite)} workflow={Word(job.Measured.Workflow)} job={Word(job.Job ?? "local")}",
        head,
        job.Measured.Id,
        job.Measured.Attempt);

    /// <summary>The marker that a comment begins with; null when it begins with anything else.</summary>
    public static CommentMarker? Read(string? body)
    {
        var line = (body ?? "").Split('\n', 2)[0].TrimEnd('\r');
        if (line.Split(' ') is not ["<!--", "perfgate", "schema=1", var suite, var workflow, var job, var head, var run, var attempt, "-->"])
            return null;
        var marker = new CommentMarker($"{suite} {workflow} {job}", Value(head), Number(run), (int)Number(attempt));
        return marker.ToString() == line ? marker : null;
    }

    static string Value(string word) => word[(word.IndexOf('=', StringComparison.Ordinal) + 1)..];

    static long Number(string word) =>
        long.TryParse(Value(word), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    // Different names stay different: what is no plain letter is written as its code.
    static string Word(string name)
    {
        var word = string.Concat(name.EnumerateRunes().Select(rune => IsPlain(rune) ? rune.ToString() : $"_{rune.Value:x}_"));
        return word.Length > 0 ? word : "_";
    }

    static bool IsPlain(Rune rune) => rune.IsAscii && (char)rune.Value is var c && (char.IsAsciiLetterOrDigit(c) || c == '.');
}
