using System.Globalization;
using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Embedded;

/// <summary>How the end of a service that should run is told.</summary>
internal static class Deaths
{
    public static async Task<string> DescribeAsync(ServiceProcess process, string when)
    {
        var exitCode = await process.Exited;
        var ended = process.EndedAt ?? process.StartedAt;
        var said = process.Tail.Length == 0
            ? "It wrote nothing."
            : $"Its last lines:\n{Texts.Indent(Texts.LastLines(process.Tail, 20), "    ")}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"'{process.Name}' ended by itself {when}: exit code {exitCode}{Signal(exitCode)} at {ended:HH:mm:ss} UTC, "
            + $"{Texts.Say(ended - process.StartedAt)} after its start. {said}");
    }

    static string Signal(int exitCode) => exitCode switch
    {
        134 => " (SIGABRT: often an unhandled exception)",
        137 => " (SIGKILL: perhaps out of memory)",
        139 => " (SIGSEGV)",
        143 => " (SIGTERM: somebody stopped it)",
        _ => "",
    };
}
