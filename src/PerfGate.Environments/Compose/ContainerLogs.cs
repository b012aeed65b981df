using System.Globalization;
using System.IO.Pipelines;
using PerfGate.Environments.Docker;
using PerfGate.Environments.Logs;
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

    /// <summary>What the containers of one service told from then on.</summary>
    /// <exception cref="EnvironmentException">A log could not be read.</exception>
    public async Task<ServiceLog> ReadAsync(
        string service, IEnumerable<ProjectContainer> containers, DateTimeOffset since, CancellationToken ct)
    {
        var scan = new LogScan(redactor.Mask);
        foreach (var container in containers)
        {
            await ScanAsync(container, scan, since, ct);
        }

        return scan.Since(service, since);
    }

    async Task ScanAsync(ProjectContainer container, LogScan scan, DateTimeOffset since, CancellationToken ct)
    {
        var (output, error) = (new Pipe(), new Pipe());
        var reading = Task.WhenAll(PumpAsync(output.Reader, scan), PumpAsync(error.Reader, scan));
        try
        {
            await using var toOutput = output.Writer.AsStream();
            await using var toError = error.Writer.AsStream();
            await engine.CopyLogAsync(container, since, toOutput, toError, ct);
        }
        finally
        {
            await reading;
        }
    }

    static Task PumpAsync(PipeReader pipe, LogScan scan)
    {
        var lines = new TimedLines(scan.Open());
        return LinePump.RunAsync(new StreamReader(pipe.AsStream()), lines.Add);
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
