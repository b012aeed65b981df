namespace Zenzefi.Api.Http;

/// <summary>The answer of the root address.</summary>
internal sealed record AboutBody(string Name, string Health, string Metrics);
