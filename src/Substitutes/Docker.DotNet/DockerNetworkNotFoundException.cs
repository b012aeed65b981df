using System.Net;

namespace Docker.DotNet;

/// <summary>The engine knows no such network.</summary>
public class DockerNetworkNotFoundException : DockerApiException
{
    /// <summary>An error as the engine sent it.</summary>
    public DockerNetworkNotFoundException(HttpStatusCode statusCode, string responseBody)
        : base(statusCode, responseBody)
    {
    }
}
