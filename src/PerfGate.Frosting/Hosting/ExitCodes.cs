namespace PerfGate.Frosting.Hosting;

/// <summary>The exit codes of the build, in one place.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int CouldNotRun = 1;
    public const int Regressed = 2;
    public const int Inconclusive = 3;
    public const int Invalid = 4;
    public const int Cancelled = 130;

    // What is certain comes first: a regression is one, whatever became of the other suites.
    static readonly int[] Gravest = [Cancelled, Regressed, CouldNotRun, Invalid, Inconclusive, Done];

    /// <summary>One exit code for several suites: the gravest of theirs.</summary>
    public static int Of(IReadOnlyCollection<int> suites) => Array.Find(Gravest, suites.Contains);

    /// <summary>
    /// Cake answers the same number for every failure, so the gate's own outcome decides: what was judged, else whether the
    /// run was cancelled, else that it could not run.
    /// </summary>
    /// <param name="cake">What Cake returned: 0, or that something failed.</param>
    /// <param name="judged">The exit code of the gate's decision; null when it came to none.</param>
    /// <param name="cancelled">Whether somebody asked the run to stop.</param>
    public static int Of(int cake, int? judged, bool cancelled) =>
        cake == 0 ? Done
        : cancelled ? Cancelled
        : judged is > 0 and var code ? code
        : CouldNotRun;
}
