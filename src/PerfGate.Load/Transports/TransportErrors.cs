using System.Net.Sockets;

namespace PerfGate.Load.Transports;

/// <summary>Short, stable words for what the network did, so that failures group by cause and not by wording.</summary>
internal static class TransportErrors
{
    public static string Describe(Exception error)
    {
        if (error is NotHttpException wrong) return wrong.Message;
        var causes = Causes(error).ToList();
        if (causes.OfType<TargetRefusedException>().FirstOrDefault() is { } refused) return refused.Message;
        if (causes.OfType<SocketException>().FirstOrDefault() is { } socket) return Describe(socket.SocketErrorCode);
        if (causes.OfType<HttpIOException>().FirstOrDefault() is { } body) return Describe(body.HttpRequestError);
        if (causes.OfType<HttpRequestException>().LastOrDefault(c => c.HttpRequestError != HttpRequestError.Unknown) is { } request)
            return Describe(request.HttpRequestError);
        if (causes.OfType<InvalidDataException>().Any()) return "the body cannot be decompressed";
        return $"{error.GetType().Name}: {error.Message}";
    }

    static string Describe(SocketError code) => code switch
    {
        SocketError.ConnectionRefused => "connection refused",
        SocketError.ConnectionReset or SocketError.Shutdown or SocketError.ConnectionAborted => "connection reset",
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => "host name not found",
        SocketError.HostUnreachable or SocketError.NetworkUnreachable => "host unreachable",
        SocketError.TimedOut => "connection timed out",
        SocketError.AddressNotAvailable or SocketError.AddressAlreadyInUse => "no local port left",
        SocketError.TooManyOpenSockets => "too many open sockets",
        _ => $"socket error {code}",
    };

    static string Describe(HttpRequestError error) => error switch
    {
        HttpRequestError.ResponseEnded => "connection closed before the reply was complete",
        HttpRequestError.InvalidResponse => "the reply is not HTTP",
        HttpRequestError.SecureConnectionError => "TLS handshake failed",
        HttpRequestError.NameResolutionError => "host name not found",
        HttpRequestError.ConnectionError => "connection failed",
        _ => $"HTTP error {error}",
    };

    static IEnumerable<Exception> Causes(Exception error)
    {
        for (Exception? e = error; e is not null; e = e.InnerException) yield return e;
    }
}
