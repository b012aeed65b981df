namespace Benchmarks.Measuring;

/// <summary>What a program reported once.</summary>
/// <param name="Times">Its quantiles.</param>
/// <param name="ServerLateP99Micros">How late the server answered by its own clock: what it did to the script.</param>
internal sealed record Reported(Quantiles Times, long ServerLateP99Micros)
{
    /// <summary>A server later than the bar is wide did not follow its script, so that the script is not the truth.</summary>
    public const long MostLateMicros = 100;

    public bool IsUndisturbed => ServerLateP99Micros <= MostLateMicros;
}
