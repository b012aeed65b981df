namespace PerfGate.Environments.Probes;

/// <summary>One number that a probe reads.</summary>
/// <param name="Chart">What it belongs to: metrics of one chart share an axis and a <see cref="MetricKind.Limit"/>.</param>
/// <param name="Name">What it is within that chart.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="Kind">How it becomes a line and a figure.</param>
public sealed record ProbeMetric(string Chart, string Name, MetricUnit Unit, MetricKind Kind);
