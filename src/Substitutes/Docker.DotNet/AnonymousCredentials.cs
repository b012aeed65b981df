namespace Docker.DotNet;

/// <summary>No credentials: no TLS, no headers.</summary>
public class AnonymousCredentials : Credentials
{
    /// <inheritdoc/>
    public override bool IsTlsCredentials() => false;

    /// <inheritdoc/>
    public override HttpMessageHandler GetHandler(HttpMessageHandler innerHandler) => innerHandler;
}
