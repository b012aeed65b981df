using PerfGate.Gate.Recording;

namespace PerfGate.Gate.Paired.Calibrating;

/// <summary>The folder of calibrations: a subfolder for each fingerprint, in it summary.json and the rounds of its sessions.</summary>
public static class Calibrations
{
    static readonly RecordKind Kind = new("calibration", Calibration.CurrentSchema, "Write it again from the rounds beside it: ./build.sh --target=PerfCalibrate --replay");

    /// <summary>The calibration of a fingerprint; <see cref="Calibration.None"/> when there is none.</summary>
    /// <exception cref="Runs.GateException">It is damaged, or a newer program wrote it.</exception>
    public static Calibration Of(string folder, string fingerprint) =>
        SummaryFile(folder, fingerprint) is var file && File.Exists(file) ? RecordFile.Read<Calibration>(file, Kind, Problems) : Calibration.None;

    /// <summary>Writes the summary of a fingerprint.</summary>
    internal static void Write(Calibration calibration, string folder) =>
        RecordFile.Write(SummaryFile(folder, calibration.Fingerprint), calibration);

    /// <summary>The folder of a fingerprint's sessions.</summary>
    internal static string SessionsFolder(string folder, string fingerprint) => Path.Combine(folder, fingerprint, "sessions");

    static string SummaryFile(string folder, string fingerprint) => Path.Combine(folder, fingerprint, "summary.json");

    static IEnumerable<string> Problems(Calibration calibration)
    {
        if (calibration.Metrics.Any(m => m is null || !(m.RoundDeviation >= 0) || m.SessionDeviation < 0)) yield return "One of its deviations is below zero.";
        if (calibration.Rates.Any(r => r is null)) yield return "One of its rates is empty.";
    }
}
