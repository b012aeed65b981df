using System.Globalization;

namespace PerfGate.Environments.Compose;

/// <summary>Takes the engine's time off the front of each line.</summary>
/// <param name="take">Takes the line and its time.</param>
internal sealed class TimedLines(Action<string, DateTimeOffset> take)
{
    /// <summary>Hands a line on; one without a time is the rest of one that was too long, and told already.</summary>
    public void Add(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        if (space > 0 && DateTimeOffset.TryParse(line.AsSpan(0, space), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
        {
            take(line[(space + 1)..], at);
        }
    }
}
