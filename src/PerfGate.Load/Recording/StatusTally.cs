using System.Runtime.InteropServices;

namespace PerfGate.Load.Recording;

/// <summary>How many requests of one endpoint were answered with which status, as samples come in.</summary>
internal sealed class StatusTally
{
    // Allocates for a status seen for the first time only, and endpoints see a handful.
    readonly Dictionary<int, long> counts = [];

    /// <summary>The counts, the smallest status first.</summary>
    public IReadOnlyDictionary<int, long> Counts => new SortedDictionary<int, long>(counts);

    public void Take(int status) => CollectionsMarshal.GetValueRefOrAddDefault(counts, status, out _)++;
}
