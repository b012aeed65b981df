using System.Globalization;
using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Life;

/// <summary>How the end of a service that should run is told.</summary>
internal static class Deaths
{
    const int Lines = 20;

    public static async Task<string> DescribeAsync(ServiceProcess process, string when)
    {
        var exitCode = await process.Exited;
        var ended = process.EndedAt ?? process.StartedAt;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"'{process.Name}' ended by itself {when}: exit code {exitCode}{Signal(exitCode)} at {ended:HH:mm:ss} UTC, "
            + $"{Texts.Say(ended - process.StartedAt)} after its start. {LastLines(process.Tail)}");
    }

    /// <summary>The last lines of a service's log, or that there are none, as the end of a message.</summary>
    public static string LastLines(string log) => string.IsNullOrWhiteSpace(log)
        ? "It wrote nothing."
        : $"Its last lines:\n{Texts.Indent(Texts.LastLines(log.TrimEnd(), Lines), "    ")}";

    /// <summary>What an exit code above 128 says about the signal behind it.</summary>
    public static string Signal(long exitCode) => exitCode switch
    {
        134 => " (SIGABRT: often an unhandled exception)",
        137 => " (SIGKILL: perhaps out of memory)",
        139 => " (SIGSEGV)",
        143 => " (SIGTERM: somebody stopped it)",
        _ => "",
    };
}
