using Spectre.Console;

namespace PerfGate.Frosting.Progress;

/// <summary>Chooses how to show progress.</summary>
internal static class ProgressView
{
    /// <summary>A block for a person at a terminal, lines for a log.</summary>
    public static IProgressView For(IAnsiConsole console, Func<string, string?> environmentVariable) =>
        CanRedraw(console.Profile) && !IsPlain(environmentVariable)
            ? new ProgressBlock(console)
            : new ProgressLines(console.Profile.Out.Writer);

    static bool CanRedraw(Profile profile) => profile.Out.IsTerminal && profile.Capabilities is { Ansi: true, Interactive: true };

    static bool IsPlain(Func<string, string?> environmentVariable) =>
        environmentVariable("CI") is not (null or "" or "0" or "false")
        || environmentVariable("NO_COLOR") is not (null or "")
        || environmentVariable("TERM") == "dumb";
}
