using System.Text.RegularExpressions;

namespace PerfGate.Environments.Logs;

/// <summary>
/// Puts the lines of one stream together to entries, so that an exception is told once and not once for each of its lines:
/// lines that are indented, causes, and the exception below a line that says "error" belong to the line before them.
/// </summary>
internal sealed partial class LogEntries
{
    const string Traceback = "Traceback (most recent call last):";

    LogEntry? entry;
    bool isOpen;
    bool isAside;
    bool mayNameException;

    /// <summary>Takes the next line, and gives the entry that is finished by it; null when none is, or it was no trouble.</summary>
    public LogEntry? Add(string written, DateTimeOffset at)
    {
        var line = LogClassifier.Plain(written);
        if (string.IsNullOrWhiteSpace(line))
        {
            return null;
        }

        if (isOpen && Belongs(line))
        {
            Continue(line, at);
            return null;
        }

        var finished = Close();
        var text = line.Trim();
        entry = LogClassifier.Of(line) is { } kind ? new LogEntry(kind, at, text) : null;
        isOpen = true;
        isAside = IsAside(text);
        mayNameException = entry?.Kind == LogKind.Error;
        return finished;
    }

    /// <summary>Gives the entry that the last lines were, without waiting for more of it; null when it was no trouble.</summary>
    public LogEntry? Close()
    {
        var finished = entry;
        entry = null;
        isOpen = false;
        return finished;
    }

    bool Belongs(string line) =>
        char.IsWhiteSpace(line[0])
        || entry is not null && (line[0] == '#' || Continuation().IsMatch(line) || LogClassifier.IsQuote(line))
        || mayNameException && Exception().IsMatch(line);

    // What is indented below such a line are frames and source, or the rest of a statement: no messages.
    static bool IsAside(string text) => text == Traceback || LogClassifier.IsQuote(text);

    void Continue(string line, DateTimeOffset at)
    {
        var text = line.Trim();
        var isIndented = char.IsWhiteSpace(line[0]);
        if (IsAside(text))
        {
            (isAside, mayNameException) = (true, text == Traceback);
            return;
        }

        if (isIndented && (isAside || Frame().IsMatch(text)))
        {
            return;
        }

        // Below the first line, a level is part of what is said.
        if (LogClassifier.Of(line) is { } kind and < LogKind.Error && (entry is null || kind < entry.Kind))
        {
            entry = new LogEntry(kind, entry?.At ?? at, text);
        }
        else if (entry is { Kind: LogKind.Error } bare && (isIndented ? Category().IsMatch(bare.Text) : bare.Text == Traceback))
        {
            entry = bare with { Text = $"{bare.Text} {text}" };
        }

        (isAside, mayNameException) = (false, mayNameException && isIndented);
    }

    [GeneratedRegex(
        @"^(Caused by:|Suppressed:|Traceback \(most|During handling of|The above exception|--- End of|\[signal )",
        RegexOptions.ExplicitCapture,
        Timeout.Infinite)]
    private static partial Regex Continuation();

    [GeneratedRegex(
        @"^([A-Za-z_]\w*\.)*\w*(Exception|Error|Timeout|Exit|Interrupt)(:|\s\(0x|\s*$)", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Exception();

    [GeneratedRegex(@"^(at\s|--- End of|\.\.\. \d+ more)", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Frame();

    // .NET's console writes where a message comes from, and the message on the next line.
    [GeneratedRegex(@"(fail|crit): \S+\[-?\d+\]$", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Category();
}
