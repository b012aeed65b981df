namespace PerfGate.Load.Transports;

/// <summary>What came back for one request.</summary>
/// <param name="Status">The HTTP status; 0 when no complete reply arrived.</param>
/// <param name="Headers">The reply's headers.</param>
/// <param name="Body">The body, decompressed.</param>
/// <param name="SentMicros">When it was sent, in microseconds of load time.</param>
/// <param name="CompletedMicros">When the last byte of the body arrived, or the failure was known.</param>
/// <param name="Error">Why it failed below HTTP, in words; null: it did not.</param>
internal sealed record TransportReply(
    int Status, IReplyHeaders Headers, PooledBody Body, long SentMicros, long CompletedMicros, string? Error)
{
    /// <summary>Body bytes of the redirects that led here.</summary>
    public long EarlierBytes { get; init; }

    public static TransportReply Failed(string error, long sent, long completed) =>
        new(0, NoHeaders.Instance, new PooledBody(0), sent, completed, error);
}
