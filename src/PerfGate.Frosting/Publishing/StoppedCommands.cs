using System.Security.Cryptography;

namespace PerfGate.Frosting.Publishing;

/// <summary>
/// A GitHub job reads commands from what is printed. While names and texts of somebody else's records are printed, it is told to
/// stop reading, until a word that nobody can guess.
/// </summary>
internal sealed class StoppedCommands
{
    readonly TextWriter output;
    readonly string? word;

    /// <summary>Stops them from now on; outside a job there is nothing to stop.</summary>
    public StoppedCommands(TextWriter output, bool isJob)
    {
        this.output = output;
        if (!isJob) return;
        word = RandomNumberGenerator.GetHexString(32, lowercase: true);
        output.WriteLine($"::stop-commands::{word}");
    }

    /// <summary>Reads them again. After a failure nobody calls this: the message, too, may hold somebody else's text.</summary>
    public void Resume()
    {
        if (word is not null) output.WriteLine($"::{word}::");
    }
}
