namespace PerfGate.Reporting.Charts;

/// <summary>A span of time behind a chart's lines, such as a stage.</summary>
/// <param name="Name">What it is.</param>
/// <param name="From">Its start, in seconds.</param>
/// <param name="To">Its end, in seconds.</param>
/// <param name="Shaded">Whether it is set apart: what it holds was not judged.</param>
public sealed record ChartBand(string Name, double From, double To, bool Shaded);
