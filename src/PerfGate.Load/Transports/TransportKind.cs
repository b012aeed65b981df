namespace PerfGate.Load;

/// <summary>What puts requests on the wire.</summary>
public enum TransportKind
{
    /// <summary>The framework's HTTP client: everything that it supports, at about three times the cost of <see cref="Lean"/>.</summary>
    HttpClient,

    /// <summary>
    /// Our own HTTP/1.1 client straight on sockets: http and https, cookies, compressed bodies, no proxies, no HTTP/2. Code of a
    /// user runs on the threads that serve the sockets, so it must not block: await instead.
    /// </summary>
    Lean,
}
