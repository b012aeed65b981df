using System.Net.Sockets;
using Docker.DotNet;

namespace PerfGate.Environments.Docker;

/// <summary>Turns what goes wrong between us and the engine into what a person can act on.</summary>
internal static class DockerErrors
{
    /// <summary>Whether this is about the engine at all.</summary>
    public static bool Is(Exception exception, CancellationToken ct) => exception switch
    {
        OperationCanceledException => !ct.IsCancellationRequested,
        DockerApiException or HttpRequestException or IOException or SocketException or TimeoutException => true,
        UnauthorizedAccessException => true,
        _ => false,
    };

    /// <summary>Whether the engine answered, with an error.</summary>
    public static bool IsAnswer(Exception exception) => exception is DockerApiException;

    /// <summary>The engine could not be asked.</summary>
    public static EnvironmentException Unreachable(Uri endpoint, Exception exception) =>
        new(Why(endpoint, exception), exception);

    /// <summary>The engine was asked, and would not.</summary>
    public static EnvironmentException Refused(string what, Exception exception) =>
        new($"The Docker engine could not {what}: {exception.Message}", exception);

    static string Why(Uri endpoint, Exception exception)
    {
        var socket = Chain(exception).OfType<SocketException>().FirstOrDefault()?.SocketErrorCode;
        if (socket is SocketError.AccessDenied || Chain(exception).OfType<UnauthorizedAccessException>().Any())
        {
            return $"There is no permission to speak to the Docker engine at {endpoint.OriginalString}.\n"
                + "  Join the group that owns the socket (sudo usermod -aG docker $USER, then log in again), "
                + "or run as a user who may.";
        }

        if (exception is OperationCanceledException or TimeoutException)
        {
            return $"The Docker engine at {endpoint.OriginalString} did not answer in time: "
                + "it is stuck, or something else listens there.\n"
                + "  See how it is: docker info";
        }

        // The system's own word for a missing socket speaks of addresses.
        var why = endpoint.Scheme is "unix" && !File.Exists(endpoint.LocalPath)
            ? "there is no such socket"
            : exception.GetBaseException().Message;
        return $"No Docker engine answers at {endpoint.OriginalString}: {why}\n"
            + "  Is it running? Start it (sudo systemctl start docker, or Docker Desktop), or set DOCKER_HOST if it is "
            + "elsewhere. Without an engine: --environment=embedded";
    }

    static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var one = exception; one is not null; one = one.InnerException)
        {
            yield return one;
        }
    }
}
