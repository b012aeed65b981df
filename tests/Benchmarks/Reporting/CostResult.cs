namespace Benchmarks.Reporting;

/// <summary>One line of results.json: medians over the repetitions; null where nothing was measured.</summary>
/// <param name="Name">Who sent the load.</param>
/// <param name="Found">Whether it is installed here.</param>
/// <param name="CpuMicrosPerRequest">CPU time per request, user and system, all threads.</param>
/// <param name="RequestsPerSecond">How many it sent.</param>
/// <param name="RatioToWrk">CPU per request over wrk's in the same repetition.</param>
/// <param name="AllocatedBytesPerRequest">Managed memory per request; ours only.</param>
internal sealed record CostResult(
    string Name,
    bool Found,
    double? CpuMicrosPerRequest,
    double? RequestsPerSecond,
    double? RatioToWrk,
    double? AllocatedBytesPerRequest);
