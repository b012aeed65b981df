using PerfGate.Gate.Results;

namespace PerfGate.Reporting.Views;

/// <summary>What came of a success criterion, in words, a symbol and a tone, so that colour is never the only carrier.</summary>
/// <param name="Word">In a word or two.</param>
/// <param name="Mark">For a page or a terminal.</param>
/// <param name="Emoji">For markdown.</param>
/// <param name="Tone">good, bad or soft.</param>
internal sealed record CriterionWords(string Word, string Mark, string Emoji, string Tone)
{
    public static CriterionWords Of(Outcome outcome) => outcome switch
    {
        Outcome.Passed => new("met", "✓", "✅", "good"),
        Outcome.Failed => new("not met", "✗", "❌", "bad"),
        // It says nothing either way, so it neither praises nor warns.
        _ => new("undecided", "○", "○", "soft"),
    };

    /// <summary>"4 of 6 criteria met, 2 undecided"; what fails is the rest.</summary>
    public static string Met(IReadOnlyList<CriterionResult> criteria)
    {
        var undecided = criteria.Count(c => c.Outcome is Outcome.Undecided);
        var met = $"{criteria.Count(c => c.Outcome is Outcome.Passed)} of {criteria.Count} criteria met";
        return undecided == 0 ? met : $"{met}, {undecided} undecided";
    }
}
