using System.Net;
using Octokit.Internal;

namespace Octokit;

/// <summary>GitHub answered with an error.</summary>
public class ApiException : Exception
{
    /// <summary>An error of which nothing is known.</summary>
    public ApiException()
        : this(null, default, null)
    {
    }

    /// <summary>An error in words.</summary>
    public ApiException(string message, HttpStatusCode httpStatusCode)
        : this(message, httpStatusCode, null)
    {
    }

    /// <summary>An error in words, and what led to it.</summary>
    public ApiException(string message, Exception innerException)
        : this(message, default, innerException)
    {
    }

    /// <summary>An error as GitHub sent it.</summary>
    public ApiException(IResponse response)
        : this(response, null)
    {
    }

    /// <summary>An error as GitHub sent it, and what led to it.</summary>
    public ApiException(IResponse response, Exception innerException)
        : base(null, innerException)
    {
        ArgumentNullException.ThrowIfNull(response);
        StatusCode = response.StatusCode;
        ApiError = Errors.Explanation(response.Body as string);
        HttpResponse = response;
    }

    ApiException(string message, HttpStatusCode statusCode, Exception innerException)
        : base(null, innerException)
    {
        StatusCode = statusCode;
        ApiError = Errors.Explanation(message);
    }

    /// <summary>The answer; <c>null</c> where the error is only in words.</summary>
    public IResponse HttpResponse { get; }

    /// <summary>The status of the answer; 0 where there was none.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>GitHub's explanation. Never <c>null</c>; its parts may be.</summary>
    public ApiError ApiError { get; }

    /// <summary>GitHub's own words where it said some.</summary>
    public override string Message =>
        string.IsNullOrWhiteSpace(ApiError.Message)
            ? $"GitHub answered {(int)StatusCode} and did not explain."
            : ApiError.Message;
}
