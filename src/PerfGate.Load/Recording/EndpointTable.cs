namespace PerfGate.Load.Recording;

/// <summary>The endpoints of a run and their numbers.</summary>
internal sealed class EndpointTable : CappedTable<EndpointKey>
{
    public const int Limit = 1000;

    public EndpointTable()
        : base(Limit, new EndpointKey("*", "(other endpoints)"))
    {
    }

    public int IdOf(string method, string name) => IdOf(new EndpointKey(method, name));
}
