using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Gate.Runs;

namespace PerfGate.Gate.SignOffs;

/// <summary>
/// Asks the stricter question of a release: not "is it slower beyond doubt" but "is it shown to be as fast", under every load of the
/// set, without a critical target missed and without a leak. Pure.
/// </summary>
public static class SignOffJudge
{
    const string Soak = "soak";

    /// <summary>Decides about a release.</summary>
    /// <param name="runs">A judged run for each profile; one of them was compared side by side with the last release.</param>
    /// <param name="at">When.</param>
    /// <param name="command">The command that repeats it.</param>
    /// <exception cref="ArgumentException">None was compared with a release.</exception>
    public static SignOffRecord Decide(IReadOnlyList<JudgedRun> runs, DateTimeOffset at, string? command)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var compared = runs.FirstOrDefault(r => r.Paired is not null) ?? throw new ArgumentException("No run was compared with a release.", nameof(runs));
        List<SignOffCheck> checks = [.. runs.SelectMany(Checks), Equivalence(compared)];
        var decision = checks.Exists(c => c.Outcome == Outcome.Failed) ? SignOffDecision.Refused
            : checks.Exists(c => c.Outcome == Outcome.Undecided) ? SignOffDecision.Undecided
            : SignOffDecision.Approved;
        var paired = compared.Paired!;
        return new SignOffRecord
        {
            Suite = compared.Run.Suite,
            At = at,
            Candidate = paired.Candidate,
            Baseline = paired.Baseline,
            Decision = decision,
            Headline = Headline(decision, checks, paired),
            Checks = checks,
            Command = command,
        };
    }

    static IEnumerable<SignOffCheck> Checks(JudgedRun judged)
    {
        var (run, result) = (judged.Run, judged.Result);
        // An invalid session beside a sound run is told by the question of equivalence.
        if (result.Verdict == Verdict.Invalid && result.Mode != "paired")
        {
            yield return Check(run, "the measurement can be trusted", Outcome.Undecided, result.Headline);
            yield break;
        }

        yield return Targets(run, result.Targets);
        foreach (var criterion in result.Criteria)
        {
            // Only a soak is long enough to tell of a leak, and only it has to.
            if (criterion.Outcome == Outcome.Undecided && run.Profile != Soak) continue;
            yield return Check(run, Words.Lower(criterion.Title), criterion.Outcome, criterion.Evidence);
        }

        if (run.Profile == Soak && !result.Criteria.Any(c => c.Kind == CriterionKinds.NoMemoryLeak))
            yield return Check(run, "no memory leak", Outcome.Undecided, "Nobody asked: the run has no criterion of memory leaks.");
    }

    static SignOffCheck Targets(RunRecord run, IReadOnlyList<TargetResult> targets)
    {
        var missed = targets.FirstOrDefault(t => t.Tier == Tier.Critical);
        var judged = targets.Count(t => t.Tier is not null);
        return Check(
            run,
            "no critical target is missed",
            missed is not null ? Outcome.Failed : judged == 0 && targets.Count > 0 ? Outcome.Undecided : Outcome.Passed,
            missed is not null ? Words.Sentence(Upper(Words.Missed(missed)))
                : targets.Count == 0 ? "No targets are set."
                : judged == 0 ? "No target could be judged: there was nothing to measure them from."
                : judged == targets.Count ? $"{Words.Count(judged, "target")} judged, none beyond its critical limit."
                : $"{judged} of {Words.Count(targets.Count, "target")} judged, none beyond its critical limit; the others could not be judged.");
    }

    static SignOffCheck Equivalence(JudgedRun compared)
    {
        var (result, reference) = (compared.Result, compared.Paired!.Baseline.Reference);
        // What stands out as slower without being proven is no good answer either, whether equality is demanded of it or not.
        var open = result.Comparisons.Where(c => c.Verdict is not (Verdict.Passed or Verdict.Improved) && (c is { Flagged: true, Change: not < 0 } || c is { Gated: true, Watched: false })).ToList();
        var outcome = result.Verdict == Verdict.Regressed ? Outcome.Failed
            : result.Verdict is not (Verdict.Passed or Verdict.Improved) || result.Comparisons.Count == 0 || open.Count > 0 ? Outcome.Undecided
            : Outcome.Passed;
        var evidence = open.Count == 0 || outcome == Outcome.Failed ? result.Headline
            : $"{result.Headline} Not shown to be as fast: {string.Join(", ", open.Select(c => $"{Words.Metric(c.Metric)} of {Words.Endpoint(c.Method, c.Endpoint)}"))}.";
        return new SignOffCheck($"as fast as {reference}, shown for every metric with requests enough", outcome, evidence, compared.Run.RunId);
    }

    static string Headline(SignOffDecision decision, List<SignOffCheck> checks, PairedRecord paired)
    {
        var candidate = paired.Candidate.Commit[..Math.Min(7, paired.Candidate.Commit.Length)];
        return decision switch
        {
            SignOffDecision.Approved => $"Approved: {candidate} is as fast as {paired.Baseline.Reference}, and {Words.Count(checks.Count, "question")} have good answers.",
            SignOffDecision.Refused => Because("Refused", Outcome.Failed),
            _ => Because("Undecided", Outcome.Undecided),
        };

        string Because(string word, Outcome outcome) => checks.Find(c => c.Outcome == outcome) is { } first ? $"{word}: {first.Evidence} (Asked: {first.Question}.)" : word;
    }

    static SignOffCheck Check(RunRecord run, string question, Outcome outcome, string evidence) => new($"{run.Profile}: {question}", outcome, evidence, run.RunId);

    static string Upper(string sentence) => sentence.Length == 0 ? sentence : char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
