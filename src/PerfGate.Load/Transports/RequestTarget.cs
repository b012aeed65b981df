using System.Text;

namespace PerfGate.Load.Transports;

/// <summary>Where a request goes and how; shared by all users of a run, so that what is made of it is made once.</summary>
/// <param name="method">The HTTP method.</param>
/// <param name="address">Absolute.</param>
internal sealed class RequestTarget(HttpMethod method, Uri address)
{
    byte[]? line;
    byte[]? host;

    public HttpMethod Method => method;

    public Uri Address => address;

    public bool IsHead { get; } = method == HttpMethod.Head;

    /// <summary>Whether sending it twice does what sending it once does (RFC 9110, 9.2.2).</summary>
    public bool IsRepeatable { get; } = method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Put
        || method == HttpMethod.Delete || method == HttpMethod.Options || method == HttpMethod.Trace;

    /// <summary>Whether a request without a body has to say so.</summary>
    public bool AnnouncesNoBody { get; } = !(method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Delete
        || method == HttpMethod.Options || method == HttpMethod.Trace || method == HttpMethod.Connect);

    /// <summary>The request line with its end.</summary>
    public byte[] Line => line ??= Encoding.ASCII.GetBytes($"{method.Method} {address.PathAndQuery} HTTP/1.1\r\n");

    /// <summary>The Host header with its end.</summary>
    public byte[] Host => host ??= Encoding.ASCII.GetBytes($"Host: {HostName}{(address.IsDefaultPort ? "" : $":{address.Port}")}\r\n");

    string HostName => address.HostNameType == UriHostNameType.IPv6 ? $"[{address.IdnHost}]" : address.IdnHost;
}
