using PerfGate.Environments.Checks;
using PerfGate.Gate.Fingerprints;

namespace PerfGate.Gate.Baselines;

/// <summary>Whether the run that is about to begin will have something to be compared with.</summary>
internal sealed class BaselineCheck(BaselineStore store, Fingerprint fingerprint, string suiteArgument) : IPreflightCheck
{
    public string Name => "Baseline";

    public Task<IReadOnlyList<PreflightResult>> RunAsync(CancellationToken ct)
    {
        var search = store.Find(fingerprint);
        return Task.FromResult<IReadOnlyList<PreflightResult>>(
        [
            search.Baseline is { } baseline
                ? PreflightResult.Passed($"baseline {baseline.RunId} recorded")
                : PreflightResult.Warning(
                    search.Notes is [var note, ..] ? note : "no baseline recorded: this run will be compared with nothing",
                    $"To compare later runs with this one: ./build.sh --target=PerfBaseline{suiteArgument}"),
        ]);
    }
}
