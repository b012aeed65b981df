using PerfGate.Environments.Checks;

namespace PerfGate.Gate.Suites;

/// <summary>Limits are written for names that the suite's endpoints have. One that is not is a warning: requests may be given it.</summary>
internal sealed class LimitedNamesCheck(SuiteDefinition suite) : IPreflightCheck
{
    public string Name => "limits";

    public Task<IReadOnlyList<PreflightResult>> RunAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<PreflightResult>>(
    [
        .. LimitedNames.Strangers(suite).Select(told => PreflightResult.Warning(
            $"limits: {told}",
            "It is judged only if requests are given that name, with r.Named(…). For an endpoint of the suite pass the Endpoint itself.")),
    ]);
}
