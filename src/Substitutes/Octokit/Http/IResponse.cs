using System.Net;

namespace Octokit;

/// <summary>An answer.</summary>
public interface IResponse
{
    /// <summary>The body, a <see cref="string"/>.</summary>
    object Body { get; }

    /// <summary>Headers, spelled as they came: look them up without regard to case.</summary>
    IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>Rate limit and links out of the headers.</summary>
    ApiInfo ApiInfo { get; }

    /// <summary>The status.</summary>
    HttpStatusCode StatusCode { get; }

    /// <summary>Media type of the body without parameters; <c>null</c> if not said.</summary>
    string ContentType { get; }
}
