namespace PerfGate.Environments.Checks;

/// <summary>Ports on loopback that the system will listen on are free.</summary>
/// <param name="ports">Those ports; 0, which picks a free one, is left out.</param>
/// <param name="definedIn">Where they are written.</param>
public sealed class PortsCheck(IReadOnlyList<int> ports, string definedIn) : IPreflightCheck
{
    /// <inheritdoc/>
    public string Name => "Ports";

    /// <inheritdoc/>
    public Task<IReadOnlyList<PreflightResult>> RunAsync(CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<PreflightResult>>([.. ports.Where(port => port > 0).Select(Look)]);

    PreflightResult Look(int port) => Ports.IsFree(port)
        ? PreflightResult.Passed($"port {port} is free")
        : PreflightResult.Failed(
            $"port {port} is in use by {Ports.HolderOf(port) ?? "another process"}",
            $"Stop that, or choose another port (0 picks a free one) in {definedIn}.");
}
