using PerfGate.Gate.Records;
using PerfGate.Reporting.Text;

namespace PerfGate.Reporting.Views;

/// <summary>How often an endpoint was answered with which status.</summary>
internal static class StatusWords
{
    /// <summary>"200: 1,204 · 402: 31"; null where no status is known, because it was not kept or there is none to keep.</summary>
    public static string? Of(EndpointRecord? endpoint) =>
        endpoint?.Statuses is { } statuses && statuses.Any(s => s.Status != 0)
            ? string.Join(" · ", statuses.Select(s => $"{Word(s.Status)}: {Quantity.Count(s.Count)}"))
            : null;

    /// <summary>The status of a slow request, and whether it failed.</summary>
    public static string Told(SlowRequestRecord request) => Word(request.Status) + (request.Failed ? ", failed" : "");

    /// <summary>A status alone; without a complete reply there is none.</summary>
    public static string Word(int status) => status == 0 ? "no reply" : status.ToString("0");
}
