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

    /// <summary>What to tell the reader when there were more names than the limit.</summary>
    public string? Warning =>
        Overflow is { Count: > 0 } names
            ? $"More than {Limit} endpoint names: the later ones are counted together as '{Other.Name}', among them "
                + $"{string.Join(", ", names.Select(k => $"'{k.Method} {k.Name}'"))}. Give such requests one name with Named(...)."
            : null;
}
