namespace PerfGate.Environments.Checks;

/// <summary>Something that has to be so before a run begins.</summary>
public interface IPreflightCheck
{
    /// <summary>What it looks at, in a few words.</summary>
    string Name { get; }

    /// <summary>Looks. Gives one line for each thing looked at; throws only when it is cancelled.</summary>
    Task<IReadOnlyList<PreflightResult>> RunAsync(CancellationToken ct);
}
