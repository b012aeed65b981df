namespace PerfGate.Load.Transports;

/// <summary>One user's way to the target: its own connections and cookies.</summary>
internal interface ITransport : IDisposable
{
    /// <summary>
    /// Sends one request and reads the whole reply into the exchange, without following redirects. What the network does comes
    /// back as <see cref="Exchange.Error"/>; when the exchange was aborted, what it then holds has no meaning.
    /// </summary>
    ValueTask Send(TransportRequest request, Exchange exchange);
}
