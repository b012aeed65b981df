using System.Globalization;

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
        if (!File.Exists("/proc/stat"))
        {
            return [Untold];
        }

        var before = CpuTicks.Read();
        await Task.Delay(TimeSpan.FromMilliseconds(300), time, ct);
        if (CpuTicks.Read().BusySince(before) is not { } busy)
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

    // The first line of /proc/stat: ticks of all processors together, by what they did (proc(5)).
    readonly record struct CpuTicks(long Total, long Idle)
    {
        public static CpuTicks Read()
        {
            var ticks = File.ReadLines("/proc/stat").First()
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Skip(1)
                .Take(8)
                .Select(field => long.Parse(field, CultureInfo.InvariantCulture))
                .ToArray();
            return new CpuTicks(ticks.Sum(), ticks[3] + ticks[4]);
        }

        public double? BusySince(CpuTicks before)
        {
            var total = Total - before.Total;
            return total <= 0 ? null : 1 - (double)(Idle - before.Idle) / total;
        }
    }
}
