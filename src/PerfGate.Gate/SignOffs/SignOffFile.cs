using PerfGate.Gate.Recording;
using PerfGate.Gate.Runs;

namespace PerfGate.Gate.SignOffs;

/// <summary>signoff.json: a <see cref="SignOffRecord"/> on disk.</summary>
public static class SignOffFile
{
    static readonly RecordKind Kind = new("sign-off", SignOffRecord.CurrentSchema, "Make it again: ./build.sh --target=PerfSignOff --against=REF");

    /// <summary>Writes the record; afterwards the file is there whole, or as it was before.</summary>
    /// <exception cref="GateException">It cannot be written.</exception>
    public static void Write(SignOffRecord record, string path)
    {
        ArgumentNullException.ThrowIfNull(record);
        RecordFile.Write(path, record);
    }

    /// <summary>Reads a record of this or an earlier schema.</summary>
    /// <exception cref="GateException">There is none, it is damaged, or a newer program wrote it.</exception>
    public static SignOffRecord Read(string path) => RecordFile.Read<SignOffRecord>(path, Kind, r => r.Checks.Any(c => c is null) ? ["One of its checks is empty."] : []);
}
