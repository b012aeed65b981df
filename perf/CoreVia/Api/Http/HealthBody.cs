namespace CoreVia.Api.Http;

/// <summary>That the process answers; nothing behind it is asked.</summary>
internal sealed record HealthBody(string Status);
