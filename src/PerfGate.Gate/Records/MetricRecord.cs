using PerfGate.Environments.Probes;

namespace PerfGate.Gate.Records;

/// <summary>One metric of a service over time. What could not be read is null, never zero.</summary>
/// <param name="Chart">What it belongs to: metrics of one chart share an axis and a limit.</param>
/// <param name="Name">What it is within that chart.</param>
/// <param name="Unit">What it counts: count, seconds or bytes.</param>
/// <param name="Kind">gauge, rate (per second), share (0 to 1) or event (since the sample before).</param>
/// <param name="Limit">What it cannot exceed, such as max_connections; null when nothing limits it.</param>
/// <param name="Figure">
/// What it came to. A gauge: the largest value seen. A rate: the increase during the measured stages. A share: that of the
/// measured stages. An event: how many while load ran.
/// </param>
/// <param name="Values">One value for each sample of the service.</param>
public sealed record MetricRecord(
    string Chart, string Name, MetricUnit Unit, MetricKind Kind, double? Limit, double? Figure, IReadOnlyList<double?> Values);
