namespace Octokit;

/// <summary>Status 401: GitHub does not know the token, or no longer.</summary>
public class AuthorizationException : ApiException
{
    /// <summary>An error as GitHub sent it.</summary>
    public AuthorizationException(IResponse response)
        : base(response)
    {
    }
}
