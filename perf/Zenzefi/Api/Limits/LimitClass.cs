namespace Zenzefi.Api.Limits;

/// <summary>The kinds of requests that are limited together.</summary>
internal enum LimitClass
{
    /// <summary>Registering and logging in, per address.</summary>
    Auth,

    /// <summary>Everything else under the API prefix, per user.</summary>
    Api,

    /// <summary>The proxy, per token.</summary>
    Proxy,
}
