using PerfGate.Gate.Results;
using PerfGate.Reporting.Text;

namespace PerfGate.Reporting.Views;

/// <summary>A state in words, a symbol and a tone, so that colour is never the only carrier.</summary>
/// <param name="State">The state.</param>
/// <param name="Title">In a word or three.</param>
/// <param name="Lead">The word with which a headline about it begins.</param>
/// <param name="Emoji">For markdown.</param>
/// <param name="Mark">For a terminal.</param>
/// <param name="Tone">good, bad, warn or calm.</param>
internal sealed record StateWords(RunState State, string Title, string Lead, string Emoji, string Mark, string Tone)
{
    public static StateWords Of(GateResult result) => StateOf(result) switch
    {
        RunState.Passed => new(RunState.Passed, "Passed", "Passed", "✅", "✓", "good"),
        RunState.Improved => new(RunState.Improved, "Improved", "Improved", "🚀", "✓", "good"),
        RunState.Regressed => new(RunState.Regressed, "Regressed", "Regressed", "❌", "✗", "bad"),
        RunState.CriticalTargetMissed => new(RunState.CriticalTargetMissed, "Critical target missed", "Failed", "❌", "✗", "bad"),
        RunState.CriterionNotMet => new(RunState.CriterionNotMet, "Success criterion not met", "Failed", "❌", "✗", "bad"),
        RunState.Inconclusive => new(RunState.Inconclusive, "Inconclusive", "Inconclusive", "⚠️", "?", "warn"),
        RunState.NoBaseline => new(RunState.NoBaseline, "No baseline", "No baseline", "ℹ️", "i", "calm"),
        _ => new(RunState.Invalid, "Invalid run", "Invalid", "🚫", "!", "warn"),
    };

    /// <summary>The headline in one line that begins with what happened.</summary>
    public string Line(string headline)
    {
        var sentence = PlainText.Line(headline, 500);
        return sentence.Length == 0 ? Title
            : sentence.StartsWith(Lead, StringComparison.OrdinalIgnoreCase) ? sentence
            : $"{Title}: {sentence}";
    }

    /// <summary>The headline to stand below the title, which it need not repeat.</summary>
    public string Sentence(string headline)
    {
        var line = PlainText.Line(headline, 500);
        var rest = new[] { $"{Title}: ", $"{Lead}: ", $"{Title} yet; " }.FirstOrDefault(s => line.StartsWith(s, StringComparison.OrdinalIgnoreCase)) is { } said
            ? line[said.Length..]
            : line;
        // A metric such as p99 keeps its small letter.
        return rest.Length < 2 || char.IsAsciiDigit(rest[1]) ? rest : char.ToUpperInvariant(rest[0]) + rest[1..];
    }

    // An invalid run says nothing about targets either; a missed critical target or success criterion fails the
    // gate whatever the comparison says.
    static RunState StateOf(GateResult result) => result.Verdict switch
    {
        Verdict.Invalid => RunState.Invalid,
        _ when result.Targets.Any(t => t.Tier is Tier.Critical) => RunState.CriticalTargetMissed,
        _ when result.Criteria.Any(c => c.Outcome is Outcome.Failed) => RunState.CriterionNotMet,
        Verdict.Regressed => RunState.Regressed,
        Verdict.Improved => RunState.Improved,
        Verdict.Passed => RunState.Passed,
        Verdict.Inconclusive => RunState.Inconclusive,
        _ => RunState.NoBaseline,
    };
}
