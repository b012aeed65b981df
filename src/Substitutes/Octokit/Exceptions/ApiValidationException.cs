namespace Octokit;

/// <summary>Status 422: GitHub understood the request and refused its content, such as a body that is too long.</summary>
public class ApiValidationException : ApiException
{
    /// <summary>An error as GitHub sent it.</summary>
    public ApiValidationException(IResponse response)
        : base(response)
    {
    }
}
