using PerfGate.Gate.Records;
using PerfGate.Gate.Runs;

namespace PerfGate.Gate.Recording;

/// <summary>run.json: a run record as a file.</summary>
public static class RunRecordFile
{
    static readonly RecordKind Kind = new("run record", RunRecord.CurrentSchema, "Make a new run: ./build.sh --target=Perf");

    /// <summary>Writes it whole or not at all.</summary>
    /// <exception cref="GateException">It cannot be written; the message says why and what to do.</exception>
    public static void Write(RunRecord record, string path)
    {
        ArgumentNullException.ThrowIfNull(record);
        RecordFile.Write(path, record);
    }

    /// <summary>Reads it, and holds its numbers against each other.</summary>
    /// <exception cref="GateException">
    /// It is missing, damaged, of another shape or written by a newer version; the message says which and what to do.
    /// </exception>
    public static RunRecord Read(string path) => Read(path, Kind);

    internal static RunRecord Read(string path, RecordKind kind) =>
        ExactEnds.Restore(RecordFile.Read<RunRecord>(path, kind, RunRecordProblems.Of));
}
