using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace PerfGate.Load.Transports;

/// <summary>Says hello over TLS, for HTTP/1.1 alone.</summary>
internal static class Tls
{
    /// <summary>The stream over a connected socket; owns the socket.</summary>
    /// <param name="socket">Connected.</param>
    /// <param name="host">The name on the certificate.</param>
    /// <param name="roots">Roots to trust instead of the machine's; null: the machine's.</param>
    /// <param name="ct">Ends the handshake.</param>
    public static async Task<SslStream> Open(Socket socket, string host, X509Certificate2Collection? roots, CancellationToken ct)
    {
        var secure = new SslStream(new NetworkStream(socket, ownsSocket: true));
        try
        {
            await secure.AuthenticateAsClientAsync(Options(host, roots), ct);
            return secure;
        }
        catch (Exception e)
        {
            await secure.DisposeAsync();
            if (e is OperationCanceledException) throw;
            throw new HttpRequestException(HttpRequestError.SecureConnectionError, inner: e);
        }
    }

    static SslClientAuthenticationOptions Options(string host, X509Certificate2Collection? roots)
    {
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = host,
            ApplicationProtocols = [SslApplicationProtocol.Http11],
            CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
        };
        if (roots is null) return options;
        options.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        options.CertificateChainPolicy.CustomTrustStore.AddRange(roots);
        return options;
    }
}
