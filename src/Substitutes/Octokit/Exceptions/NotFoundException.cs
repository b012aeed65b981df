using System.Net;

namespace Octokit;

/// <summary>Status 404: it is not there, or the token may not see it.</summary>
public class NotFoundException : ApiException
{
    /// <summary>An error as GitHub sent it.</summary>
    public NotFoundException(IResponse response)
        : base(response)
    {
    }

    /// <summary>An error in words.</summary>
    public NotFoundException(string message, HttpStatusCode statusCode)
        : base(message, statusCode)
    {
    }
}
