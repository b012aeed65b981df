namespace Octokit;

/// <summary>Status 403: the requests of this hour are used up.</summary>
public class RateLimitExceededException : ForbiddenException
{
    readonly RateLimit limit;

    /// <summary>An error as GitHub sent it.</summary>
    public RateLimitExceededException(IResponse response)
        : base(response) => limit = response.ApiInfo.RateLimit;

    /// <summary>Requests an hour; 0 if GitHub did not say.</summary>
    public int Limit => limit.Limit;

    /// <summary>Requests left; 0 also if GitHub did not say.</summary>
    public int Remaining => limit.Remaining;

    /// <summary>When there will be new ones, by GitHub's clock; the start of 1970 if GitHub did not say.</summary>
    public DateTimeOffset Reset => limit.Reset;
}
