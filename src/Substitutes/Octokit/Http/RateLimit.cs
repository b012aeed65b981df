namespace Octokit;

/// <summary>How many requests are left. All are 0 where GitHub did not say.</summary>
public class RateLimit
{
    /// <summary>Limits as they are.</summary>
    public RateLimit(int limit, int remaining, long resetAsUtcEpochSeconds)
    {
        Limit = limit;
        Remaining = remaining;
        ResetAsUtcEpochSeconds = resetAsUtcEpochSeconds;
    }

    /// <summary>Requests an hour.</summary>
    public int Limit { get; }

    /// <summary>Requests left.</summary>
    public int Remaining { get; }

    /// <summary>When there will be new ones, by GitHub's clock.</summary>
    public DateTimeOffset Reset => DateTimeOffset.FromUnixTimeSeconds(ResetAsUtcEpochSeconds);

    /// <summary><see cref="Reset"/> in seconds since the start of 1970.</summary>
    public long ResetAsUtcEpochSeconds { get; }
}
