namespace PerfGate.Environments.Checks;

/// <summary>Runs a checklist before anything starts, and reports every problem at once.</summary>
public static class Preflight
{
    /// <summary>
    /// Runs the checks one after the other: side by side they would disturb the one that looks for a quiet machine.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static async Task<PreflightReport> RunAsync(IEnumerable<IPreflightCheck> checks, CancellationToken ct)
    {
        var results = new List<PreflightResult>();
        foreach (var check in checks)
        {
            results.AddRange(await RunOneAsync(check, ct));
        }

        return new PreflightReport(results);
    }

    // A check that breaks is a problem found, and no reason to keep the other problems from the user.
    static async Task<IReadOnlyList<PreflightResult>> RunOneAsync(IPreflightCheck check, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        try
        {
            return await check.RunAsync(ct);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            return [PreflightResult.Failed($"{check.Name}: {exception.Message}")];
        }
    }
}
