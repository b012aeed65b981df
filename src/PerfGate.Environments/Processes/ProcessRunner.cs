using System.ComponentModel;

namespace PerfGate.Environments.Processes;

/// <summary>
/// The one door to child processes: argument lists and no shell, curated variables, bounded output, secrets masked in
/// everything said or kept, and no process left behind, grandchildren included.
/// </summary>
public sealed class ProcessRunner(TimeProvider time)
{
    const int TailLines = 200;
    const int TailCharacters = 65_536;
    const int OutputCharacters = 1_000_000;

    /// <summary>Told of each command as it starts, secrets masked; null for nobody.</summary>
    public Action<string>? Echo { get; init; }

    /// <summary>Masks what is said and kept. By default: own variables that look like secrets.</summary>
    public Redactor Redactor { get => field ??= Redactor.OfVariables(Ambient); init; }

    /// <summary>The variables that children's curated ones are taken from. By default: this process's own.</summary>
    public IReadOnlyDictionary<string, string> Ambient { get; init; } = ChildEnvironment.Ambient();

    /// <summary>
    /// The same, but what it gives back is as the child wrote it: for output that is read by us and shown to nobody.
    /// </summary>
    internal ProcessRunner Unmasked() => new(time)
    {
        Ambient = Ambient,
        Redactor = Redactor.Of(),
        Echo = line => Echo?.Invoke(Redactor.Mask(line)),
    };

    /// <summary>
    /// Runs a command to completion. Processes that it leaves behind are killed. On cancellation its whole tree is killed
    /// before this throws.
    /// </summary>
    /// <exception cref="ProcessFailedException">
    /// It could not be started, or ran longer than <see cref="ProcessCommand.Within"/>.
    /// </exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<ProcessResult> RunAsync(ProcessCommand command, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var tail = new OutputTail(TailLines, TailCharacters);
        var output = new OutputTail(int.MaxValue, OutputCharacters);
        var started = time.GetTimestamp();
        await using var child = Start(command, line => { tail.Add(line); output.Add(line); }, tail.Add);
        using var limit = new CancellationTokenSource(command.Within, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            var exitCode = await child.Exited.WaitAsync(either.Token);
            await child.SweepAsync();
            return new ProcessResult(Line(command), exitCode, output.ToString(), tail.ToString(), time.GetElapsedTime(started));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            await child.SweepAsync();
            throw new ProcessFailedException(
                $"'{command.Program}' was killed: it ran longer than the {Texts.Say(command.Within)} that it may take.",
                Line(command),
                tail.ToString(),
                exitCode: null);
        }
    }

    /// <summary>Runs a command to completion, and throws unless it ends with 0.</summary>
    /// <exception cref="ProcessFailedException">It ended with another code, could not be started, or ran too long.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<ProcessResult> RequireAsync(ProcessCommand command, CancellationToken ct)
    {
        var result = await RunAsync(command, ct);
        return result.ExitCode == 0
            ? result
            : throw new ProcessFailedException(
                $"'{command.Program}' ended with exit code {result.ExitCode}.", result.Command, result.Tail, result.ExitCode);
    }

    /// <summary>
    /// Starts a service: <c>name.log</c> in the folder gets its output as it comes, <c>name.pid</c> says who it is.
    /// </summary>
    /// <param name="name">The service's name; a file name.</param>
    /// <param name="command">What to start.</param>
    /// <param name="folder">An existing folder.</param>
    /// <exception cref="ProcessFailedException">It could not be started.</exception>
    public ServiceProcess StartService(string name, ProcessCommand command, string folder)
    {
        var output = new ServiceOutput(Path.Combine(folder, $"{name}.log"), new OutputTail(TailLines, TailCharacters), time);
        try
        {
            var child = Start(command, output.Stream(), output.Stream());
            return new ServiceProcess(name, child, output, Path.Combine(folder, $"{name}.pid"), time);
        }
        catch
        {
            output.Dispose();
            throw;
        }
    }

    ChildProcess Start(ProcessCommand command, Action<string> onOutput, Action<string> onError)
    {
        Echo?.Invoke($"$ {Line(command)}");
        try
        {
            return ChildProcess.Start(
                command,
                ChildEnvironment.Compose(Ambient, command),
                time,
                line => onOutput(Redactor.Mask(line)),
                line => onError(Redactor.Mask(line)));
        }
        catch (Exception exception) when (exception is Win32Exception or IOException)
        {
            throw new ProcessFailedException(
                $"'{command.Program}' could not be started: {exception.Message}", Line(command), tail: "", exitCode: null);
        }
    }

    string Line(ProcessCommand command) => Redactor.Mask(command.ToString());
}
