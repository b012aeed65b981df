using PerfGate.Gate.Records;
using PerfGate.Reporting.Text;

namespace PerfGate.Reporting.Views;

/// <summary>The requests of a run over its limit of slowness, of which some were kept.</summary>
internal sealed class SlowRequests
{
    readonly RunRecord run;
    readonly SlowRequestsRecord slow;

    SlowRequests(RunRecord run, SlowRequestsRecord slow)
    {
        this.run = run;
        this.slow = slow;
    }

    /// <summary>Null when the run did not keep them, or there was none.</summary>
    public static SlowRequests? Of(RunRecord run) => run.SlowRequests is { Total: > 0 } slow ? new SlowRequests(run, slow) : null;

    /// <summary>How many there were, of how many; warm-up counts on both sides.</summary>
    public string Told
    {
        get
        {
            var all = run.Totals.Requests + run.WarmUp.Requests;
            var share = all > 0 ? $" ({Quantity.Percent((double)slow.Total / all)})" : "";
            return $"{Quantity.Count(slow.Total)} of {Quantity.Count(all)} requests took longer than {Quantity.Micros(slow.LimitMicros)}{share}, warm-up included.";
        }
    }

    /// <summary>Some of those that were kept, the slowest first.</summary>
    public IReadOnlyList<SlowRequestRecord> Slowest(int most) =>
        [.. slow.Sample.OrderByDescending(r => r.ResponseMicros).ThenBy(r => r.Second).Take(most)];

    /// <summary>How many there are for each endpoint among those that were kept, the most first.</summary>
    public IReadOnlyList<(string Method, string Endpoint, int Count)> PerEndpoint =>
    [
        .. slow.Sample.GroupBy(r => (r.Method, r.Endpoint))
            .Select(g => (g.Key.Method, g.Key.Endpoint, Count: g.Count()))
            .OrderByDescending(e => e.Count),
    ];

    /// <summary>What a table of so many rows leaves out; empty when nothing.</summary>
    public string LeftOut(int shown)
    {
        var rows = Math.Min(shown, slow.Sample.Count);
        if (rows == slow.Total) return "";
        var kept = slow.Sample.Count < slow.Total ? $" Of all, {Quantity.Count(slow.Sample.Count)} were kept, chosen at random." : "";
        return $"{Quantity.Count(slow.Total - rows)} are not shown.{kept}";
    }

    public bool IsSampled => slow.Sample.Count < slow.Total;
}
