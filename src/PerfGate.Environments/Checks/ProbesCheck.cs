using PerfGate.Environments.Probes;

namespace PerfGate.Environments.Checks;

/// <summary>The probes answer, so that what the system uses under load will be seen. One that does not is a warning.</summary>
/// <param name="probes">Read once, and disposed of.</param>
public sealed class ProbesCheck(IReadOnlyList<IProbe> probes) : IPreflightCheck
{
    /// <inheritdoc/>
    public string Name => "Probes";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PreflightResult>> RunAsync(CancellationToken ct)
    {
        var answering = new List<string>();
        var silent = new List<PreflightResult>();
        foreach (var probe in probes)
        {
            var reading = await probe.ReadAsync(ct);
            if (reading.Values.Any(value => value is not null))
            {
                answering.Add(probe.Service);
            }
            else
            {
                silent.Add(PreflightResult.Warning($"a probe of {probe.Service} does not answer: {reading.Problem ?? "it read nothing"}", "Load runs all the same; what this probe reads will be missing from the record."));
            }

            if (probe is IAsyncDisposable disposable)
            {
                await disposable.DisposeAsync();
            }
        }

        return answering.Count == 0 ? silent : [PreflightResult.Passed($"probes answer: {string.Join(", ", answering.Distinct(StringComparer.Ordinal))}"), .. silent];
    }
}
