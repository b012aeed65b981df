using PerfGate.Load.Recording;
using PerfGate.Load.Transports;

namespace PerfGate.Load.Http;

/// <summary>What a <see cref="Reply"/> stands for; used again for another reply once that one is recorded.</summary>
internal sealed class ReplyState(UserHttp owner, Recorder recorder, Exchange exchange)
{
    int endpoint;
    long asked;
    int turn;

    public Exchange Exchange => exchange;

    public string? Failure { get; set; }

    /// <summary>The owner's next one.</summary>
    public ReplyState? Next { get; init; }

    public TimeSpan ResponseTime => TimeSpan.FromMicroseconds(exchange.CompletedMicros - asked);

    /// <summary>Which of its replies it stands for now; changes when the reply is recorded, and so tells late callers.</summary>
    public int Turn => Volatile.Read(ref turn);

    /// <summary>Stands for the reply that the exchange holds.</summary>
    public Reply Show(int ofEndpoint, long askedAt)
    {
        endpoint = ofEndpoint;
        asked = askedAt;
        Failure = exchange.Error ?? (exchange.Status >= 400 ? $"status {exchange.Status}" : null);
        return new Reply(this, turn);
    }

    /// <summary>Records the outcome, once, and gives the reply's memory back.</summary>
    public void Settle(int ofTurn)
    {
        if (Interlocked.CompareExchange(ref turn, ofTurn + 1, ofTurn) != ofTurn) return;
        var bytes = exchange.EarlierBytes + exchange.Buffer.BodyLength;
        recorder.Record(
            endpoint, asked, exchange.SentMicros, exchange.CompletedMicros, exchange.Status, bytes, Failure,
            exchange.ConnectMicros);
        exchange.Buffer.Clear();
        owner.Settled(this);
    }
}
