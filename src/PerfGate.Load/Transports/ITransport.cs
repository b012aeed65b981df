namespace PerfGate.Load.Transports;

/// <summary>One user's way to the target: its own connections and cookies.</summary>
internal interface ITransport : IDisposable
{
    /// <summary>
    /// Sends one request and reads the whole reply, without following redirects. What the network does comes back as
    /// <see cref="TransportReply.Error"/>.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled before the reply was complete.</exception>
    Task<TransportReply> Send(TransportRequest request, CancellationToken ct);
}
