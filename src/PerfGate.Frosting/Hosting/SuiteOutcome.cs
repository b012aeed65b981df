using PerfGate.Gate.Runs;

namespace PerfGate.Frosting.Hosting;

/// <summary>What became of one suite of a call.</summary>
/// <param name="Suite">Its name.</param>
/// <param name="ExitCode">The exit code that it alone would have given.</param>
/// <param name="Judged">Its run and verdict, when it was to be told; null when there is none to tell.</param>
/// <param name="Problem">Why it could not be measured; null when it could.</param>
internal sealed record SuiteOutcome(string Suite, int ExitCode, JudgedRun? Judged, string? Problem)
{
    /// <summary>The file that the suite and its limits are written in, for remarks beside it; null for none.</summary>
    public string? DefinedIn { get; init; }
}
