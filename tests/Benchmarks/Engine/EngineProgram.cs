using System.Globalization;
using System.Text.Json;
using Benchmarks.Measuring;

namespace Benchmarks.Engine;

/// <summary>Starts <see cref="EngineChild"/> and reads what it says.</summary>
internal sealed class EngineProgram(Machine machine)
{
    /// <summary>Managed bytes of a socket alone, used once: the mean of a thousand.</summary>
    public async Task<double> BytesOfASocket(Uri target, CancellationToken ct)
    {
        var run = await machine.Run(machine.Own(BareSockets.Command, target.AbsoluteUri, "1000"), TimeSpan.FromMinutes(1), files: null, ct);
        return double.Parse(run.Output.Trim(), CultureInfo.InvariantCulture);
    }

    public async Task<EngineReport> Run(EngineOrder order, CancellationToken ct)
    {
        var files = order.Users > Machine.PlentyOfFiles ? order.Users + Machine.FilesBesideConnections : (int?)null;
        var within = TimeSpan.FromSeconds(order.WarmUpSeconds + order.RampSeconds + order.Seconds + 60);
        var run = await machine.Run(
            machine.Own(EngineChild.Command, JsonSerializer.Serialize(order, JsonSerializerOptions.Web)), within, files, ct);
        var report = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() is { } line && line.StartsWith('{')
            ? JsonSerializer.Deserialize<EngineReport>(line, JsonSerializerOptions.Web)!
            : throw new InvalidOperationException($"The engine reported nothing:{Environment.NewLine}{run.Tail}");
        if (report.Requests == 0 || report.Failures * 1000 > report.Requests)
            throw new InvalidOperationException(
                $"Of {report.Requests} requests of the engine {report.Failures} failed, the first with: {report.FirstFailure}");
        return report;
    }
}
