namespace PerfGate.Environments.Processes;

/// <summary>A process could not be started, ran too long, or ended with an exit code other than zero.</summary>
public sealed class ProcessFailedException : EnvironmentException
{
    internal ProcessFailedException(string what, string command, string tail, int? exitCode)
        : base(Describe(what, command, tail))
    {
        Command = command;
        Tail = tail;
        ExitCode = exitCode;
    }

    /// <summary>The command, secrets masked.</summary>
    public string Command { get; }

    /// <summary>The last lines that it wrote, secrets masked; empty when it wrote none.</summary>
    public string Tail { get; }

    /// <summary>What it ended with; null when it was not started, or killed because it ran too long.</summary>
    public int? ExitCode { get; }

    static string Describe(string what, string command, string tail) =>
        tail.Length == 0
            ? $"{what}\n  The command: {command}"
            : $"{what}\n  The command: {command}\n  Its last lines:\n{Texts.Indent(tail, "    ")}";
}
