using System.Globalization;
using PerfGate.Gate.Records;

namespace PerfGate.Gate.Findings;

/// <summary>How many requests were answered with a status, failed or not.</summary>
internal static class Answers
{
    /// <summary>All answers with a status; in a record that did not keep statuses those that failed with it.</summary>
    public static long Of(RunRecord run, EndpointRecord endpoint, int status) =>
        endpoint.Statuses is { } statuses ? statuses.Where(s => s.Status == status).Sum(s => s.Count) : Failed(run, endpoint, status);

    /// <summary>Those that failed because of it: the reason ends with it, as in "status 429" and "expected 200, got 429".</summary>
    public static long Failed(RunRecord run, EndpointRecord endpoint, int status) =>
        run.Failures.Where(f => f.Endpoint == endpoint.Name && f.Method == endpoint.Method && Says(f.Reason, status)).Sum(f => f.Count);

    public static bool Says(string reason, int status) =>
        reason.EndsWith(string.Create(CultureInfo.InvariantCulture, $"status {status}"), StringComparison.Ordinal)
        || reason.EndsWith(string.Create(CultureInfo.InvariantCulture, $", got {status}"), StringComparison.Ordinal);
}
