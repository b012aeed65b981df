namespace PerfGate.Environments.Processes;

/// <summary>A process that ran to completion. Secrets are masked in every text.</summary>
/// <param name="Command">The command, as one would type it.</param>
/// <param name="ExitCode">What it ended with; 128 + signal when a signal ended it.</param>
/// <param name="Output">Its standard output: the last 1,000,000 characters of it.</param>
/// <param name="Tail">The last lines of standard output and standard error together.</param>
/// <param name="Duration">How long it ran.</param>
public sealed record ProcessResult(string Command, int ExitCode, string Output, string Tail, TimeSpan Duration)
{
    /// <summary>The last line that is not blank; null when it wrote none.</summary>
    public string? LastLine =>
        Tail.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault();
}
