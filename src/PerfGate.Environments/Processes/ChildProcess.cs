using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace PerfGate.Environments.Processes;

/// <summary>
/// A started child: its output pumped, its end awaited, its tree killable. On Linux it leads a session of its own, so a
/// Ctrl+C at the terminal reaches us and not the system under test, which we then stop in order.
/// </summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    static readonly TimeSpan KillWithin = TimeSpan.FromSeconds(5);
    static readonly TimeSpan DrainWithin = TimeSpan.FromSeconds(1);
    static readonly string? NewSession = OperatingSystem.IsLinux()
        ? Programs.Find("setsid", "/usr/bin:/bin", workingDirectory: null)
        : null;

    readonly Process process;
    readonly TimeProvider time;
    readonly ProcessTree tree;
    readonly Task drained;

    ChildProcess(Process process, string mark, TimeProvider time, Action<string> onOutput, Action<string> onError)
    {
        this.process = process;
        this.time = time;
        Id = process.Id;
        Mark = mark;
        StartTicks = OperatingSystem.IsLinux() ? ProcessStat.Read(Id)?.StartTicks : null;
        tree = new ProcessTree(Id, StartTicks, mark);
        drained = Task.WhenAll(
            LinePump.RunAsync(process.StandardOutput, onOutput),
            LinePump.RunAsync(process.StandardError, onError));
        Exited = ExitAsync();
    }

    public int Id { get; }

    public string Mark { get; }

    /// <summary>With the id, who it is; null off Linux, or when it ended at once.</summary>
    public long? StartTicks { get; }

    /// <summary>Completes with its exit code when it has ended. Its output may still be under way.</summary>
    public Task<int> Exited { get; }

    public static ChildProcess Start(
        ProcessCommand command,
        IReadOnlyDictionary<string, string> variables,
        TimeProvider time,
        Action<string> onOutput,
        Action<string> onError)
    {
        var program = Programs.Find(command.Program, variables.GetValueOrDefault("PATH"), command.WorkingDirectory)
            ?? throw new FileNotFoundException($"'{command.Program}' was not found. Is it installed, and on PATH?");
        var mark = Guid.NewGuid().ToString("N");
        var arguments = NewSession is null ? command.Arguments : command.Arguments.Prepend(program);
        var start = new ProcessStartInfo(NewSession ?? program, arguments)
        {
            WorkingDirectory = command.WorkingDirectory ?? "",
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment.Clear();
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        start.Environment[ChildEnvironment.Mark] = $"{variables.GetValueOrDefault(ChildEnvironment.Mark)} {mark}".TrimStart();
        var started = new Process { StartInfo = start };
        try
        {
            started.Start();
            // Nobody is there to answer a question: the child reads the end of its input at once.
            started.StandardInput.Close();
            return new ChildProcess(started, mark, time, onOutput, onError);
        }
        catch (Win32Exception)
        {
            started.Dispose();
            throw;
        }
    }

    /// <summary>Asks it to end: SIGTERM. Where there is none (Windows), it is killed with its tree.</summary>
    public void Terminate()
    {
        if (OperatingSystem.IsWindows())
        {
            Kill();
        }
        else if (!Exited.IsCompleted)
        {
            Native.Signal(Id, Native.SigTerm);
        }
    }

    /// <summary>Kills its whole tree without waiting until that is gone.</summary>
    public void Kill()
    {
        if (OperatingSystem.IsLinux())
        {
            tree.KillOnce();
            return;
        }

        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or AggregateException)
        {
            // Gone already, or going.
        }
    }

    /// <summary>
    /// Ends whatever is left of its tree and waits, for bounded times, until that is gone and its output is read.
    /// </summary>
    public async Task SweepAsync()
    {
        if (OperatingSystem.IsLinux())
        {
            await tree.KillAsync(KillWithin, time);
        }
        else
        {
            Kill();
        }

        await Quietly(Exited, KillWithin);
        await DrainAsync(DrainWithin);
    }

    /// <summary>Waits until its output is read: a grandchild may hold that open, so for a bounded time.</summary>
    public Task DrainAsync(TimeSpan within) => Quietly(drained, within);

    public async ValueTask DisposeAsync()
    {
        await SweepAsync();
        process.Dispose();
    }

    async Task<int> ExitAsync()
    {
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    async Task Quietly(Task task, TimeSpan within)
    {
        try
        {
            await task.WaitAsync(within, time);
        }
        catch (Exception exception) when (exception is TimeoutException or InvalidOperationException)
        {
            // Bounded on purpose: teardown goes on without it.
        }
    }
}
