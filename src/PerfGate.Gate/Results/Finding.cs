namespace PerfGate.Gate.Results;

/// <summary>Something the run shows about why.</summary>
/// <param name="Rule">The rule's stable name, such as "service-exited".</param>
/// <param name="Title">What it is, in a few words.</param>
/// <param name="Evidence">The numbers and the time range.</param>
/// <param name="Advice">What to try.</param>
public sealed record Finding(string Rule, string Title, string Evidence, string Advice);
