using PerfGate.Frosting.Settings;
using PerfGate.Gate.Runs;

namespace PerfGate.Frosting.Hosting;

/// <summary>
/// The suites of one call, measured one after the other: side by side they would measure each other. Each has a run, a verdict
/// and a report of its own; what is told of them is one summary, and the call has one exit code.
/// </summary>
/// <param name="names">The suites' names, in the order asked for; empty: the build's default suite.</param>
internal sealed class SuiteSequence(IReadOnlyList<string> names)
{
    const string All = "all";

    readonly List<SuiteOutcome> outcomes = [];

    public IReadOnlyList<string> Names => names;

    public bool HasSeveral => names.Count > 1;

    /// <summary>What became of the suites so far.</summary>
    public IReadOnlyList<SuiteOutcome> Outcomes => outcomes;

    /// <summary>Reads --suite from a command line.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="all">The names of the build's suites.</param>
    public static SuiteSequence Of(IEnumerable<string> args, IEnumerable<string> all)
    {
        var named = args.Where(IsSuite)
            .SelectMany(a => a[(a.IndexOf('=', StringComparison.Ordinal) + 1)..].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        return new SuiteSequence(named is [All] ? [.. all] : named);
    }

    /// <summary>The command line for one of the suites alone.</summary>
    public static IReadOnlyList<string> ArgsFor(string name, IEnumerable<string> args) =>
        [.. args.Where(a => !IsSuite(a)), $"--{PerfArguments.Suite}={name}"];

    public void Add(SuiteOutcome outcome) => outcomes.Add(outcome);

    static bool IsSuite(string arg) => arg.StartsWith($"--{PerfArguments.Suite}=", StringComparison.OrdinalIgnoreCase);
}
