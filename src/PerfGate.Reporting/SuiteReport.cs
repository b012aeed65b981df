namespace PerfGate.Reporting;

/// <summary>One of several suites in one summary.</summary>
/// <param name="Suite">Its name.</param>
/// <param name="Report">Its report; null when it could not be measured at all.</param>
/// <param name="Problem">Why it could not be measured; null when it was.</param>
public sealed record SuiteReport(string Suite, Report? Report, string? Problem = null);
