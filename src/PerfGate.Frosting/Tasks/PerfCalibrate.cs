using Cake.Frosting;
using PerfGate.Frosting.Publishing;

namespace PerfGate.Frosting.Tasks;

/// <summary>Measures how often the gate is wrong: on identical builds, and on builds made worse by a known amount.</summary>
[TaskName("PerfCalibrate")]
[TaskDescription("Runs paired sessions of identical builds (or with --inject), counts verdicts, and adds them to the calibration (--runs, --replay).")]
public sealed class PerfCalibrate : AsyncFrostingTask<PerfContext>
{
    /// <inheritdoc />
    public override async Task RunAsync(PerfContext context)
    {
        foreach (var calibration in await context.Session.CalibrateAsync(context.Settings)) CalibrationTable.Write(calibration, Console.Out);
    }
}
