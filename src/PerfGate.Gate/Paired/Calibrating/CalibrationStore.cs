using System.IO.Compression;
using System.Text.Json;
using PerfGate.Gate.Recording;
using PerfGate.Gate.Runs;

namespace PerfGate.Gate.Paired.Calibrating;

/// <summary>The sessions of a fingerprint, compressed, one file each: what was measured on one night adds to the next.</summary>
/// <param name="folder">The folder of calibrations.</param>
internal sealed class CalibrationStore(string folder)
{
    const string Ending = ".json.gz";

    public void Add(CalibrationSession session)
    {
        var place = Calibrations.SessionsFolder(folder, session.Record.Fingerprint);
        AtomicFile.Write(Path.Combine(place, session.Record.RunId + Ending), stream =>
        {
            using var packed = new GZipStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
            JsonSerializer.Serialize(packed, session, RecordJson.Options);
        });
    }

    /// <summary>All of a fingerprint, the oldest first.</summary>
    /// <exception cref="GateException">One is damaged.</exception>
    public IReadOnlyList<CalibrationSession> Read(string fingerprint)
    {
        var place = Calibrations.SessionsFolder(folder, fingerprint);
        return Directory.Exists(place)
            ? [.. Directory.EnumerateFiles(place, $"*{Ending}").Order(StringComparer.Ordinal).Select(ReadOne)]
            : [];
    }

    static CalibrationSession ReadOne(string file)
    {
        try
        {
            using var packed = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
            using var document = JsonDocument.Parse(packed);
            // Before anything else: what a newer program wrote need not have our shape at all, and is nothing to delete.
            if (document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("schema", out var schema)
                && schema.ValueKind == JsonValueKind.Number && schema.TryGetInt32(out var version) && version > CalibrationSession.CurrentSchema)
                throw new GateException($"The calibration session {file} has schema {version}, and this program reads up to {CalibrationSession.CurrentSchema}: a newer one wrote it.\n  Update PerfGate.");
            var session = document.Deserialize<CalibrationSession>(RecordJson.Options) ?? throw new InvalidDataException("It holds nothing.");
            return PairedRecordFile.Problems(session.Record).FirstOrDefault() is { } problem ? throw new InvalidDataException(problem) : session;
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or IOException)
        {
            throw new GateException($"The calibration session {file} cannot be read: {e.Message}\n  Delete the file: the other sessions stay as they are.", e);
        }
    }
}
