namespace Benchmarks.Peers;

/// <summary>What a program sent and said.</summary>
/// <param name="Requests">Requests that it counted.</param>
/// <param name="Seconds">The time they took.</param>
/// <param name="CpuSeconds">Its CPU time, user and system.</param>
/// <param name="ResponseTime">What it reported.</param>
/// <param name="AllocatedBytesPerRequest">Managed memory per request; null for those that have none.</param>
internal sealed record PeerRun(
    long Requests, double Seconds, double CpuSeconds, Quantiles ResponseTime, double? AllocatedBytesPerRequest = null)
{
    public double CpuMicrosPerRequest => CpuSeconds * 1e6 / Requests;

    public double RequestsPerSecond => Requests / Seconds;
}
