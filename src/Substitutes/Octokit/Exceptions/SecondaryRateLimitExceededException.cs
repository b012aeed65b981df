namespace Octokit;

/// <summary>Status 403: too much at once. The header <c>Retry-After</c>, if there, says how many seconds to wait.</summary>
public class SecondaryRateLimitExceededException : ForbiddenException
{
    /// <summary>An error as GitHub sent it.</summary>
    public SecondaryRateLimitExceededException(IResponse response)
        : base(response)
    {
    }
}
