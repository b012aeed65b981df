namespace PerfGate.Load.Recording;

/// <summary>One measurement on its way from a user to the collector.</summary>
/// <param name="Endpoint">The endpoint's number, or <see cref="Lag"/>.</param>
/// <param name="Stage">The stage in which it was asked for.</param>
/// <param name="Reason">The number of the failure's reason, or <see cref="Success"/>.</param>
/// <param name="Status">The HTTP status; 0 without a complete reply, and for what is not HTTP.</param>
/// <param name="CompletedMicros">When it completed, in load time.</param>
/// <param name="ResponseMicros">From asked for to completed; for a lag, the lag.</param>
/// <param name="ServiceMicros">From sent to completed.</param>
/// <param name="Bytes">Body bytes received.</param>
internal readonly record struct Sample(
    int Endpoint, int Stage, int Reason, short Status, long CompletedMicros, long ResponseMicros, long ServiceMicros, long Bytes)
{
    /// <summary>Stands for an endpoint in samples of schedule lag, which share the way of requests.</summary>
    public const int Lag = -1;

    /// <summary>Stands for a reason where there was no failure.</summary>
    public const int Success = -1;

    /// <summary>Stands for a connect time where the connection was there already.</summary>
    public const long NoConnect = -1;

    /// <summary>How long connecting took, or <see cref="NoConnect"/>.</summary>
    public long ConnectMicros { get; init; } = NoConnect;

    public bool Failed => Reason != Success;
}
