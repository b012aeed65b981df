namespace Octokit;

/// <summary>GitHub's explanation of an error.</summary>
public class ApiError
{
    /// <summary>No explanation.</summary>
    public ApiError()
    {
    }

    /// <summary>An explanation in words.</summary>
    public ApiError(string message) => Message = message;

    /// <summary>An explanation with all its parts.</summary>
    public ApiError(string message, string documentationUrl, IReadOnlyList<ApiErrorDetail> errors)
    {
        Message = message;
        DocumentationUrl = documentationUrl;
        Errors = errors;
    }

    /// <summary>In words; the whole body where it is not GitHub's JSON.</summary>
    public string Message { get; }

    /// <summary>Where to read more.</summary>
    public string DocumentationUrl { get; }

    /// <summary>What exactly is wrong with the request; <c>null</c> if not said.</summary>
    public IReadOnlyList<ApiErrorDetail> Errors { get; }
}
