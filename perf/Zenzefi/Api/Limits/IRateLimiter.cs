namespace Zenzefi.Api.Limits;

/// <summary>Counts requests in sliding windows.</summary>
internal interface IRateLimiter
{
    /// <summary>Null when the request may go on, and is counted; otherwise how long until there is room again.</summary>
    ValueTask<TimeSpan?> TryEnterAsync(LimitClass limited, string identity, CancellationToken ct);
}
