using System.Net;

namespace Docker.DotNet;

/// <summary>The engine knows no such container.</summary>
public class DockerContainerNotFoundException : DockerApiException
{
    /// <summary>An error as the engine sent it.</summary>
    public DockerContainerNotFoundException(HttpStatusCode statusCode, string responseBody)
        : base(statusCode, responseBody)
    {
    }
}
