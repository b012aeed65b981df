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
            return JsonSerializer.Deserialize<CalibrationSession>(packed, RecordJson.Options) is { Schema: <= CalibrationSession.CurrentSchema, Record: not null } session
                ? session
                : throw new InvalidDataException("it holds no session that this program can read");
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or IOException)
        {
            throw new GateException($"The calibration session {file} cannot be read: {e.Message}\n  Delete the file: the other sessions stay as they are.", e);
        }
    }
}
