namespace Octokit;

/// <summary>Status 403: the token may not do this, or not now; for the latter there are kinds of their own.</summary>
public class ForbiddenException : ApiException
{
    /// <summary>An error as GitHub sent it.</summary>
    public ForbiddenException(IResponse response)
        : base(response)
    {
    }
}
