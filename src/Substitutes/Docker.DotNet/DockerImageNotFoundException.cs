using System.Net;

namespace Docker.DotNet;

/// <summary>The engine knows no such image.</summary>
public class DockerImageNotFoundException : DockerApiException
{
    /// <summary>An error as the engine sent it.</summary>
    public DockerImageNotFoundException(HttpStatusCode statusCode, string responseBody)
        : base(statusCode, responseBody)
    {
    }
}
