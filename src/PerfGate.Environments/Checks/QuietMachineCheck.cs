using System.Globalization;
using PerfGate.Environments.Probes;

namespace PerfGate.Environments.Checks;

/// <summary>The machine is otherwise quiet: its processors are watched for 300 ms (Linux). A noisy one is a warning.</summary>
/// <param name="time">The clock to wait on.</param>
/// <param name="busyAtMost">The share of all processors, 0 to 1, that others may use without a warning.</param>
public sealed class QuietMachineCheck(TimeProvider time, double busyAtMost = 0.3) : IPreflightCheck
{
    /// <inheritdoc/>
    public string Name => "Quiet machine";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PreflightResult>> RunAsync(CancellationToken ct)
    {
        if (MachineCpu.Read() is not { } before)
        {
            return [Untold];
        }

        await Task.Delay(TimeSpan.FromMilliseconds(300), time, ct);
        if (MachineCpu.Read()?.BusySince(before) is not { } busy)
        {
            return [Untold];
        }

        var text = string.Create(CultureInfo.InvariantCulture, $"{busy:P0} of the processors busy before the run");
        return
        [
            busy <= busyAtMost
                ? PreflightResult.Passed($"machine otherwise quiet: {text}")
                : PreflightResult.Warning(
                    $"machine not quiet: {text}",
                    "Close other programs: what they use, the result sees as noise."),
        ];
    }

    static PreflightResult Untold => PreflightResult.Warning("whether the machine is otherwise quiet cannot be told here");
}
