using System.Globalization;
using Docker.DotNet;
using Docker.DotNet.Models;

namespace PerfGate.Environments.Probes.Containers;

/// <summary>
/// Whether the engine heard that a container was at its memory limit. The flag OOMKilled in its state is not enough: an engine
/// that learns of the end before it learns of the reason leaves it unset for good.
/// </summary>
internal sealed class OomEvents : IProgress<Message>
{
    bool heard;

    /// <summary>Looks back over what the engine remembers, which is its latest 256 events: to be asked soon after an end.</summary>
    public static async Task<bool> AnyAsync(
        IDockerClient engine, string containerId, DateTimeOffset since, DateTimeOffset until, CancellationToken ct)
    {
        var events = new OomEvents();
        await engine.System.MonitorEventsAsync(
            new ContainerEventsParameters
            {
                Since = UnixSeconds(since),
                Until = UnixSeconds(until),
                Filters = new Dictionary<string, IDictionary<string, bool>>(StringComparer.Ordinal)
                {
                    ["container"] = new Dictionary<string, bool>(StringComparer.Ordinal) { [containerId] = true },
                    ["event"] = new Dictionary<string, bool>(StringComparer.Ordinal) { ["oom"] = true },
                },
            },
            events,
            ct);
        return events.heard;
    }

    /// <summary>Takes an event.</summary>
    public void Report(Message value) => heard = true;

    static string UnixSeconds(DateTimeOffset moment) =>
        (moment.ToUnixTimeMilliseconds() / 1000.0).ToString("0.000", CultureInfo.InvariantCulture);
}
