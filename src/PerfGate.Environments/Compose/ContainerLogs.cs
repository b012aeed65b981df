using System.Globalization;
using System.IO.Pipelines;
using PerfGate.Environments.Docker;
using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Compose;

/// <summary>What containers wrote, secrets masked. A log that cannot be read says so in its place.</summary>
internal sealed class ContainerLogs(DockerEngine engine, Redactor redactor)
{
    const int TailLines = 20;
    const int SavedLines = 500;

    /// <summary>The last lines of one container.</summary>
    public async Task<string> TailAsync(ProjectContainer container, CancellationToken ct)
    {
        try
        {
            return redactor.Mask(await engine.LogTailAsync(container, TailLines, ct));
        }
        catch (EnvironmentException exception)
        {
            return Unreadable(exception);
        }
    }

    /// <summary>Writes the log of each container to a file named after its service.</summary>
    /// <param name="containers">The containers; several of one service are numbered.</param>
    /// <param name="folder">An existing folder.</param>
    /// <param name="whole">Everything, rather than the last 500 lines.</param>
    /// <param name="ct">Ends the reading; what was read until then is kept.</param>
    public async Task SaveAsync(IEnumerable<ProjectContainer> containers, string folder, bool whole, CancellationToken ct)
    {
        foreach (var service in containers.GroupBy(container => container.Service, StringComparer.Ordinal))
        {
            foreach (var (number, container) in service.Index())
            {
                var name = number == 0 ? service.Key : string.Create(CultureInfo.InvariantCulture, $"{service.Key}-{number + 1}");
                await SaveAsync(container, Path.Combine(folder, $"{name}.log"), whole, ct);
            }
        }
    }

    async Task SaveAsync(ProjectContainer container, string file, bool whole, CancellationToken ct)
    {
        await using var writer = new StreamWriter(file);
        var pipe = new Pipe();
        var reading = LinePump.RunAsync(
            new StreamReader(pipe.Reader.AsStream()), line => writer.WriteLine(redactor.Mask(line)));
        var problem = await CopyAsync(container, pipe.Writer, whole, ct);
        await reading;
        if (problem is not null)
        {
            await writer.WriteLineAsync(problem);
        }
    }

    async Task<string?> CopyAsync(ProjectContainer container, PipeWriter pipe, bool whole, CancellationToken ct)
    {
        try
        {
            await using var target = pipe.AsStream();
            await engine.CopyLogAsync(container, whole ? null : SavedLines, target, ct);
            return null;
        }
        catch (Exception exception) when (exception is EnvironmentException or OperationCanceledException)
        {
            return Unreadable(exception);
        }
    }

    static string Unreadable(Exception exception) =>
        $"(the rest of this log could not be read: {Texts.FirstLine(exception.Message)})";
}
