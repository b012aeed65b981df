namespace PerfGate.Gate.Records;

/// <summary>The series of one endpoint.</summary>
/// <param name="Name">The endpoint's name.</param>
/// <param name="Method">The endpoint's method.</param>
/// <param name="Columns">Its columns, aligned with the run's seconds.</param>
public sealed record EndpointSeriesRecord(string Name, string Method, SeriesColumns Columns);
