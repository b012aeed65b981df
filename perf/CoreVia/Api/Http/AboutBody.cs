namespace CoreVia.Api.Http;

/// <summary>The answer of the root address.</summary>
internal sealed record AboutBody(string App, string Version, string Status);
