namespace PerfGate.Environments.Checks;

/// <summary>Settings, a definition, a plan, or whatever else can list its own problems, has none.</summary>
/// <param name="name">What is looked at, such as "settings".</param>
/// <param name="problems">Lists what is wrong, as sentences.</param>
public sealed class SettingsCheck(string name, Func<IEnumerable<string>> problems) : IPreflightCheck
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public Task<IReadOnlyList<PreflightResult>> RunAsync(CancellationToken ct)
    {
        var found = problems().Select(problem => PreflightResult.Failed($"{name}: {problem}")).ToList();
        return Task.FromResult<IReadOnlyList<PreflightResult>>(
            found.Count == 0 ? [PreflightResult.Passed($"{name} in order")] : found);
    }
}
