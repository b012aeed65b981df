namespace Docker.DotNet;

/// <summary>How a client proves who it is. Nobody has to on a socket or pipe of the own machine.</summary>
public abstract class Credentials : IDisposable
{
    /// <summary>Whether <c>tcp</c> and <c>http</c> endpoints are to be spoken to over TLS.</summary>
    public abstract bool IsTlsCredentials();

    /// <summary>The handler that requests go through: the given one, or one that ends in it.</summary>
    public abstract HttpMessageHandler GetHandler(HttpMessageHandler innerHandler);

    /// <summary>Releases what the credentials hold.</summary>
    public virtual void Dispose() => GC.SuppressFinalize(this);
}
