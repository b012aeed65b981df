using PerfGate.Gate.Results;
using PerfGate.Gate.Runs;

namespace PerfGate.Gate.Recording;

/// <summary>result.json: what the gate decided, as a file.</summary>
public static class GateResultFile
{
    static readonly RecordKind Kind = new("gate result", GateResult.CurrentSchema, "Judge the run again: ./build.sh --target=PerfCompare");

    /// <summary>Writes it whole or not at all.</summary>
    /// <exception cref="GateException">It cannot be written; the message says why and what to do.</exception>
    public static void Write(GateResult result, string path)
    {
        ArgumentNullException.ThrowIfNull(result);
        RecordFile.Write(path, result);
    }

    /// <summary>Reads it.</summary>
    /// <exception cref="GateException">
    /// It is missing, damaged, of another shape or written by a newer version; the message says which and what to do.
    /// </exception>
    public static GateResult Read(string path) => RecordFile.Read<GateResult>(path, Kind, Problems);

    static IEnumerable<string> Problems(GateResult result)
    {
        IEnumerable<object?>[] lists = [result.Comparisons, result.Targets, result.Findings, result.Warnings, result.History];
        if (lists.Any(l => l.Contains(null))) yield return "One of its lists holds an empty entry.";
        if (result.ExitCode is not (0 or 2 or 3 or 4)) yield return $"Its exitCode is {result.ExitCode}, and not 0, 2, 3 or 4.";
    }
}
