namespace PerfGate.Load.Recording;

/// <summary>What requests are grouped by.</summary>
internal readonly record struct EndpointKey(string Method, string Name)
{
    public override string ToString() => $"'{Method} {Name}'";
}
