using PerfGate.Gate.Records;
using PerfGate.Gate.Runs;

namespace PerfGate.Gate.Recording;

/// <summary>paired.json: a <see cref="PairedRecord"/> on disk.</summary>
public static class PairedRecordFile
{
    static readonly RecordKind Kind = new("paired record", PairedRecord.CurrentSchema, "Make a new session: ./build.sh --target=Perf --against=REF");

    /// <summary>Writes the record; afterwards the file is there whole, or as it was before.</summary>
    /// <exception cref="GateException">It cannot be written.</exception>
    public static void Write(PairedRecord record, string path)
    {
        ArgumentNullException.ThrowIfNull(record);
        RecordFile.Write(path, record);
    }

    /// <summary>Reads a record of this or an earlier schema.</summary>
    /// <exception cref="GateException">There is none, it cannot be opened, it is damaged, or a newer program wrote it.</exception>
    public static PairedRecord Read(string path) => RecordFile.Read<PairedRecord>(path, Kind, Problems);

    internal static IEnumerable<string> Problems(PairedRecord record)
    {
        var rounds = record.Screen.Concat(record.Confirm).ToList();
        if (rounds.Contains(null!) || rounds.Exists(r => r is { Baseline: null } or { Candidate: null })) yield return "One of its rounds is empty.";
        if (rounds.Count > 0 && !(record.Rate > 0)) yield return $"Its rate is {record.Rate}, and not above 0.";
    }
}
