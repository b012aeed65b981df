namespace PerfGate.Reporting;

/// <summary>A report file could not be written: the message names the file, the reason, and what to do next.</summary>
public sealed class ReportWriteException : IOException
{
    internal ReportWriteException(string path, Exception reason)
        : base(
            $"'{path}' could not be written: {reason.Message.TrimEnd('.')}.\n" +
            "  What was there before is unharmed. Make the folder writable or free some space (df -h),\n" +
            "  then redo the reports from run.json, without a new run: ./build.sh --target=PerfReport",
            reason)
    {
        Path = path;
    }

    /// <summary>The file that was to be written.</summary>
    public string Path { get; }
}
