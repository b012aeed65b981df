using System.Diagnostics;
using System.Text;

namespace Acceptance.Harness;

/// <summary>A real process, started in a session of its own and driven by signals as a person or a CI job would.</summary>
public sealed class Command : IAsyncDisposable
{
    readonly Process process;
    readonly StringBuilder output = new();
    readonly StringBuilder errors = new();
    readonly Stopwatch watch = Stopwatch.StartNew();
    readonly Lock gate = new();

    Command(Process process) => this.process = process;

    public int Id => process.Id;

    public string Output
    {
        get
        {
            lock (gate) return output.ToString();
        }
    }

    public static Command Start(string folder, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? variables = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };

        // What the tests run under must not leak into what they test.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("GITHUB_", StringComparison.Ordinal) || k.StartsWith("PERFGATE_", StringComparison.Ordinal) || k.StartsWith("FAULT_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in variables ?? new Dictionary<string, string>()) start.Environment[name] = value;

        var command = new Command(new Process { StartInfo = start });
        command.process.OutputDataReceived += (_, line) => command.Keep(command.output, line.Data);
        command.process.ErrorDataReceived += (_, line) => command.Keep(command.errors, line.Data);
        command.process.Start();
        command.process.StandardInput.Close();
        command.process.BeginOutputReadLine();
        command.process.BeginErrorReadLine();
        return command;
    }

    public static async Task<Finished> Run(string folder, string program, IEnumerable<string> arguments)
    {
        await using var command = Start(folder, program, arguments);
        return await command.Finish(TimeSpan.FromMinutes(5));
    }

    /// <summary>Waits until the output shows a text.</summary>
    public async Task Shows(string text, TimeSpan within)
    {
        var limit = watch.Elapsed + within;
        while (!Output.Contains(text, StringComparison.Ordinal))
        {
            if (process.HasExited) throw new ShouldAssertException($"The command ended with {process.ExitCode} before it showed '{text}':\n{Output}\n{errors}");
            if (watch.Elapsed > limit) throw new ShouldAssertException($"The command did not show '{text}' within {within}:\n{Output}\n{errors}");
            await Task.Delay(50);
        }
    }

    public async Task<Finished> Finish(TimeSpan within)
    {
        using var limit = new CancellationTokenSource(within);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException e)
        {
            throw new ShouldAssertException($"The command did not end within {within}:\n{Output}\n{errors}", e);
        }

        lock (gate) return new Finished(process.ExitCode, output.ToString(), errors.ToString(), watch.Elapsed);
    }

    /// <summary>Sends a signal to the command alone, as 'kill' and a CI runner do.</summary>
    public void Signal(string name) => Process.Start("kill", [$"-{name}", $"{process.Id}"]).WaitForExit();

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    void Keep(StringBuilder text, string? line)
    {
        if (line is null) return;
        lock (gate) text.AppendLine(line);
    }
}
