namespace PerfGate.Load.Transports;

internal sealed class NoHeaders : IReplyHeaders
{
    public static NoHeaders Instance { get; } = new();

    public string? Find(string name) => null;
}
