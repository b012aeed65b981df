namespace Zenzefi.Api.Limits;

/// <summary>The body of a 429.</summary>
internal sealed record LimitBody(LimitDetail Detail);
