using PerfGate.Environments.Checks;
using PerfGate.Gate.Suites;

namespace PerfGate.Gate.Runs;

/// <summary>The kinds of environments that a suite's system can run in.</summary>
public static class EnvironmentKind
{
    /// <summary>Plain processes on loopback, with embedded stores.</summary>
    public const string Embedded = "embedded";

    /// <summary>Containers, with the real stores.</summary>
    public const string Compose = "compose";

    /// <summary>The kinds that a suite says how to bring up.</summary>
    public static IEnumerable<string> Of(SuiteDefinition suite)
    {
        ArgumentNullException.ThrowIfNull(suite);
        if (suite.Embedded is not null) yield return Embedded;
        if (suite.Compose is not null) yield return Compose;
    }

    /// <summary>
    /// What a run that asks for nothing gets, and why: containers where everything for them is here already, else plain
    /// processes. A first run never waits for a download that nobody asked for.
    /// </summary>
    internal static async Task<(string Kind, string Why)> Choose(SuiteDefinition suite, string root, TimeProvider time, CancellationToken ct)
    {
        if (suite.Compose is not { } compose) return (Embedded, "the suite has no other");
        if (suite.Embedded is null) return (Compose, "the suite has no other");
        var missing = (await Preflight.RunAsync(compose.Checks(root, time), ct)).Results.FirstOrDefault(r => r.Outcome != PreflightOutcome.Passed);
        return missing is null
            ? (Compose, "a Docker engine answers and every image is here")
            : (Embedded, $"containers cannot be had without more: {missing.Text}");
    }
}
