using PerfGate.Environments.Docker;

namespace PerfGate.Environments.Tests.Support;

/// <summary>The Docker engine of this machine. Tests that need it are skipped, and say so, where there is none.</summary>
internal static class RealEngine
{
    public const string Needed = "Docker engine";

    static readonly string[] Images = ["perfgate/debian:12", "perfgate/postgres:15", "perfgate/redis:7"];

    /// <summary>The engine, with the stand-in images on it.</summary>
    public static async Task<DockerEngine> RequireAsync()
    {
        DockerEngine? engine = null;
        var missing = "";
        try
        {
            engine = await DockerEngine.ConnectAsync(CancellationToken.None);
        }
        catch (EnvironmentException exception)
        {
            missing = exception.Message;
        }

        Assert.SkipWhen(engine is null, $"NOT TESTED, no Docker engine: {missing}");
        foreach (var image in Images)
        {
            var isThere = await engine!.HasImageAsync(image, CancellationToken.None);
            Assert.SkipUnless(isThere, $"NOT TESTED, no image {image}: run perf/stand-in-images.sh");
        }

        return engine!;
    }

    /// <summary>All that carries the name of a project.</summary>
    public static async Task<IReadOnlyList<string>> LeftOfAsync(string project)
    {
        using var engine = await DockerEngine.ConnectAsync(CancellationToken.None);
        var found = await engine.FindAsync($"com.docker.compose.project={project}", CancellationToken.None);
        return [.. found.Select(one => $"{one.Kind} {one.Name}")];
    }
}
