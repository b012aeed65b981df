using System.Globalization;
using PerfGate.Gate.Paired.Calibrating;

namespace PerfGate.Frosting.Publishing;

/// <summary>A calibration as text: how sessions ended with bounds, and the noise of each metric.</summary>
internal static class CalibrationTable
{
    public static void Write(Calibration calibration, TextWriter output)
    {
        output.WriteLine($"\nCalibration {calibration.Fingerprint}{(calibration.Rate is { } perSecond ? Say($", {perSecond:0} requests/s") : "")}");
        output.WriteLine("  Sessions                          regressed  improved  passed  inconclusive  invalid   regressed, 95 % one-sided bounds");
        foreach (var rate in calibration.Rates)
        {
            var kind = $"{rate.Injected ?? "identical builds"}{(rate.Replayed ? " (replayed)" : "")}";
            output.WriteLine(Say($"  {kind,-26} {rate.Sessions,5}  {rate.Regressed,9}  {rate.Improved,8}  {rate.Passed,6}  {rate.Inconclusive,12}  {rate.Invalid,7}   at least {rate.RegressedAtLeast:P1}, at most {rate.RegressedAtMost:P1}{(rate.MedianSeconds is { } s ? Say($", {s:0} s each") : "")}"));
        }

        output.WriteLine("  Noise on identical builds                                        sessions   round SD   session SD");
        foreach (var metric in calibration.Metrics)
            output.WriteLine(Say($"  {metric.Metric,-64} {metric.Sessions,8}   {metric.RoundDeviation,8:P2}   {(metric.SessionDeviation is { } between ? between.ToString("P2", CultureInfo.InvariantCulture) : "–"),10}"));
    }

    static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
