using System.Net;
using System.Net.Sockets;

namespace PerfGate.Environments.Checks;

/// <summary>
/// Load goes to this machine, or to a host that was allowed by its exact name: never to somebody else by mistake.
/// </summary>
/// <param name="target">Where requests would go.</param>
/// <param name="allowed">Names of hosts beyond loopback that load may go to.</param>
public sealed class TargetHostCheck(Uri target, IReadOnlyCollection<string> allowed) : IPreflightCheck
{
    /// <inheritdoc/>
    public string Name => "Target";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PreflightResult>> RunAsync(CancellationToken ct)
    {
        var host = target.IdnHost;
        if (allowed.Contains(host, StringComparer.OrdinalIgnoreCase))
        {
            return [PreflightResult.Passed($"target {host} is allowed by name")];
        }

        try
        {
            var addresses = await Dns.GetHostAddressesAsync(host, ct);
            var outside = Array.FindAll(addresses, address => !IPAddress.IsLoopback(address));
            return addresses.Length > 0 && outside.Length == 0
                ? [PreflightResult.Passed($"target {host} is this machine")]
                : [Refused($"target {host} is not this machine: {string.Join(", ", outside.AsEnumerable())}")];
        }
        catch (SocketException exception)
        {
            return [Refused($"target {host} cannot be looked up: {exception.Message}")];
        }
    }

    PreflightResult Refused(string text) =>
        PreflightResult.Failed(text, $"If load is meant to go there, allow it by name: --allow-host={target.IdnHost}.");
}
