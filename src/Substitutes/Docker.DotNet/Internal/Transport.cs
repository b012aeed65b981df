#nullable enable
using System.IO.Pipes;
using System.Net.Sockets;

namespace Docker.DotNet.Internal;

/// <summary>The way to an engine: HTTP over a Unix socket, a named pipe or TCP.</summary>
/// <param name="Root">What paths are appended to. Its host means nothing on a socket or pipe.</param>
/// <param name="Handler">Opens the connections.</param>
internal sealed record Transport(Uri Root, SocketsHttpHandler Handler)
{
    static readonly Uri Local = new("http://localhost/");

    public static Transport For(DockerClientConfiguration configuration)
    {
        var endpoint = configuration.EndpointBaseUri;
        return endpoint.Scheme switch
        {
            "unix" => new(Local, Through(ct => OpenSocketAsync(endpoint.LocalPath, ct))),
            "npipe" => OfPipe(endpoint, configuration.NamedPipeConnectTimeout),
            "tcp" or "http" => new(AsHttp(endpoint, configuration.Credentials.IsTlsCredentials() ? "https" : "http"), Direct()),
            "https" => new(AsHttp(endpoint, "https"), Direct()),
            var scheme => throw new NotSupportedException(
                $"No Docker engine can be reached by '{scheme}' ({endpoint}): use unix, npipe, tcp, http or https."),
        };
    }

    static Transport OfPipe(Uri endpoint, TimeSpan connectTimeout)
    {
        if (endpoint.Segments is not [_, var folder, var name] || !folder.Equals("pipe/", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException(
                $"'{endpoint}' is no pipe: it has to look like npipe://./pipe/docker_engine.", nameof(endpoint));
        }

        // 'localhost' is a server of that name to Windows; '.' is this machine.
        var server = endpoint.Host is "" or "localhost" ? "." : endpoint.Host;
        return new(Local, Through(ct => OpenPipeAsync(server, name, connectTimeout, ct)));
    }

    static Uri AsHttp(Uri endpoint, string scheme)
    {
        var root = new UriBuilder(endpoint) { Scheme = scheme, Query = "", Fragment = "" };
        if (!root.Path.EndsWith('/')) root.Path += '/';
        return root.Uri;
    }

    static SocketsHttpHandler Direct() => new()
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        // A stream that nobody reads any more is closed at once, so that the engine stops sampling for it.
        MaxResponseDrainSize = 0,
    };

    static SocketsHttpHandler Through(Func<CancellationToken, ValueTask<Stream>> open)
    {
        var handler = Direct();
        handler.ConnectCallback = (_, ct) => open(ct);
        return handler;
    }

    static async ValueTask<Stream> OpenSocketAsync(string path, CancellationToken ct)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    static async ValueTask<Stream> OpenPipeAsync(string server, string name, TimeSpan timeout, CancellationToken ct)
    {
        var pipe = new NamedPipeClientStream(server, name, PipeDirection.InOut, PipeOptions.Asynchronous);
        try
        {
            await pipe.ConnectAsync(timeout, ct);
            return pipe;
        }
        catch
        {
            await pipe.DisposeAsync();
            throw;
        }
    }
}
