using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace PerfGate.Load.Transports;

/// <summary>
/// Keeps load away from machines that nobody meant: a host is loopback on every address it resolves to, or it is allowed
/// by its exact name. The address checked is the address connected to.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore without a wait handle holds nothing to release.")]
internal sealed class HostGuard(IReadOnlyCollection<string> allowedHosts)
{
    // Listeners keep some 500 connections that they have not accepted yet; more at a time would have to be tried again seconds
    // later. The time spent here counts: it is part of the response time of the request that connects.
    const int ConnectsAtOnce = 256;

    readonly SemaphoreSlim connecting = new(ConnectsAtOnce);

    /// <summary>Connects to a host if it may be loaded.</summary>
    /// <exception cref="TargetRefusedException">It may not.</exception>
    public async ValueTask<Socket> Connect(DnsEndPoint host, CancellationToken ct)
    {
        var addresses = await Resolve(host.Host, ct);
        SocketException? last = null;
        foreach (var address in addresses)
        {
            await connecting.WaitAsync(ct);
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, host.Port), ct);
                return socket;
            }
            catch (Exception e)
            {
                socket.Dispose();
                if (e is not SocketException failed) throw;
                last = failed;
            }
            finally
            {
                connecting.Release();
            }
        }

        throw last ?? new SocketException((int)SocketError.HostNotFound);
    }

    /// <summary>The addresses of a host, if it may be loaded.</summary>
    /// <inheritdoc cref="Connect"/>
    public async Task<IPAddress[]> Resolve(string host, CancellationToken ct)
    {
        var addresses = Literal(host) is { } literal ? [literal] : await Dns.GetHostAddressesAsync(host, ct);
        if (!Allows(host) && Array.Find(addresses, a => !IPAddress.IsLoopback(a)) is { } stranger)
            throw new TargetRefusedException(Refusal(host, stranger));
        return addresses;
    }

    /// <summary>
    /// Why an address written as a number may not be loaded; null when it may, or when it is a name yet to be resolved.
    /// </summary>
    public string? RefusalOf(string host) =>
        Literal(host) is { } literal && !IPAddress.IsLoopback(literal) && !Allows(host) ? Refusal(host, literal) : null;

    static IPAddress? Literal(string host) => IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? literal : null;

    bool Allows(string host) => allowedHosts.Contains(host, StringComparer.OrdinalIgnoreCase);

    static string Refusal(string host, IPAddress address) =>
        (host == address.ToString() ? $"'{host}' is not loopback" : $"'{host}' is {address}, which is not loopback")
        + "; load is only sent to loopback or to hosts allowed by their exact name (AllowedHosts of the suite)";
}
