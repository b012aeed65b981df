using PerfGate.Frosting.Publishing;
using PerfGate.Gate.Paired.Calibrating;

namespace PerfGate.Frosting.Tests.Publishing;

public sealed class TellingOfACalibration
{
    static readonly Calibration Known = new()
    {
        Fingerprint = "0123456789ab",
        Machine = new Dictionary<string, string>(),
        Rate = 312.4,
        Rates =
        [
            new CalibratedRate { Replayed = false, Sessions = 40, Regressed = 0, Improved = 1, Passed = 36, Inconclusive = 2, Invalid = 1, RegressedAtLeast = 0, RegressedAtMost = 0.0739, InconclusiveAtMost = 0.153, MedianSeconds = 203.6 },
            new CalibratedRate { Injected = "cpu:10", Replayed = true, Sessions = 200, Regressed = 199, Improved = 0, Passed = 0, Inconclusive = 1, Invalid = 0, RegressedAtLeast = 0.9765, RegressedAtMost = 0.9999, InconclusiveAtMost = 0.0235 },
        ],
        Metrics = [new CalibratedNoise("p95 of GET /notes", 40, 0.0312, 0.0098), new CalibratedNoise("p50 of GET /notes", 1, 0.0151, null)],
    };

    [Fact]
    public void Each_kind_of_sessions_is_a_line_of_counts_and_of_bounds()
    {
        var lines = Lines(Known);
        lines.ShouldContain("Calibration 0123456789ab, 312 requests/s");
        Words(lines, "identical builds").ShouldBe("identical builds 40 0 1 36 2 1 at least 0.0 %, at most 7.4 %, 204 s each");
        Words(lines, "cpu:10").ShouldBe("cpu:10 (replayed) 200 199 0 0 1 0 at least 97.7 %, at most 100.0 %");
    }

    [Fact]
    public void Noise_that_one_session_cannot_tell_is_a_dash_and_never_zero()
    {
        var lines = Lines(Known);
        Words(lines, "p95 of").ShouldBe("p95 of GET /notes 40 3.12 % 0.98 %");
        Words(lines, "p50 of").ShouldBe("p50 of GET /notes 1 1.51 % –");
    }

    [Fact]
    public void Counts_stand_below_their_headings()
    {
        var lines = Lines(Known);
        var heading = lines.Single(l => l.Contains("regressed  improved", StringComparison.Ordinal));
        var row = lines.Single(l => l.Contains("cpu:10", StringComparison.Ordinal));
        foreach (var (word, count) in new[] { ("regressed", "199"), ("improved", "0"), ("passed", "0"), ("inconclusive", "1"), ("invalid", "0") })
        {
            var end = heading.IndexOf(word, StringComparison.Ordinal) + word.Length;
            row[..end].ShouldEndWith($" {count}");
        }
    }

    [Fact]
    public void Without_a_rate_none_is_given() =>
        Lines(Known with { Rate = null }).ShouldContain("Calibration 0123456789ab");

    static List<string> Lines(Calibration calibration)
    {
        using var text = new StringWriter { NewLine = "\n" };
        CalibrationTable.Write(calibration, text);
        return [.. text.ToString().Split('\n')];
    }

    static string Words(List<string> lines, string of) =>
        string.Join(' ', lines.Single(l => l.TrimStart().StartsWith(of, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
