using PerfGate.Gate.Records;

namespace PerfGate.Gate.Recording;

/// <summary>
/// Gives decoded histograms back the exact smallest and largest value, which the public form has no place for and the record
/// keeps beside it.
/// </summary>
internal static class ExactEnds
{
    public static RunRecord Restore(RunRecord run) => run with
    {
        Overall = run.Overall is null ? null : Restore(run.Overall),
        Endpoints = [.. run.Endpoints.Select(Restore)],
        Stages = [.. run.Stages.Select(s => s with { Endpoints = [.. s.Endpoints.Select(Restore)] })],
    };

    /// <summary>Whether the ends beside the histograms can be theirs.</summary>
    public static bool Fit(EndpointRecord endpoint)
    {
        try
        {
            Restore(endpoint);
            return true;
        }
        catch (ArgumentOutOfRangeException)
        {
            return false;
        }
    }

    static EndpointRecord Restore(EndpointRecord e) => e with
    {
        ResponseTime = e.ResponseTime.WithEnds(e.MinMicros, e.MaxMicros),
        ServiceTime = e is { ServiceMinMicros: { } min, ServiceMaxMicros: { } max } ? e.ServiceTime.WithEnds(min, max) : e.ServiceTime,
    };
}
