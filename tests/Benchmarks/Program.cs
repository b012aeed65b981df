using System.Globalization;
using System.Runtime.InteropServices;
using Benchmarks;
using Benchmarks.Engine;
using Benchmarks.Measuring;
using Benchmarks.Peers;
using Benchmarks.Reporting;
using Benchmarks.Servers;
using PerfGate.Environments.Processes;

const int Met = 0;
const int CouldNotRun = 1;
const int Missed = 2;
const int Cancelled = 130;

using var stop = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}

try
{
    return args switch
    {
        [EngineChild.Command, var order] => await EngineChild.Run(order, Console.Out, stop.Token),
        [BareSockets.Command, var target, var count] =>
            await BareSockets.Run(new Uri(target), int.Parse(count, CultureInfo.InvariantCulture), Console.Out, stop.Token),
        [KestrelServer.Command, var port] => await KestrelServer.Run(int.Parse(port, CultureInfo.InvariantCulture), stop.Token),
        [ScriptedServer.Command, var port, var script] =>
            new ScriptedServer(Script.FromJson(script), TimeProvider.System).Run(int.Parse(port, CultureInfo.InvariantCulture), stop.Token),
        _ => await Measure(BenchSettings.Read(args)),
    };
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return Cancelled;
}
catch (Exception e) when (e is FormatException or InvalidOperationException or HttpRequestException or ProcessFailedException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return CouldNotRun;
}

async Task<int> Measure(BenchSettings settings)
{
    if (!OperatingSystem.IsLinux()) throw new InvalidOperationException("The benchmarks need Linux: CPU time and memory are read from its kernel.");
    var machine = new Machine(TimeProvider.System);
    var engine = new EngineProgram(machine);
    var peers = new AllPeers(machine, engine, settings);
    var report = new BenchReport(settings.Output, Console.Out);
    IBenchmark[] all =
    [
        new Cost(machine, peers, settings, report),
        new Accuracy(machine, peers, settings, report),
        new Lag(machine, engine, settings, report),
        new Memory(machine, engine, settings, report),
    ];
    if (settings.Only.Except(all.Select(b => b.Name), StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        throw new FormatException($"--only={unknown}: there are {string.Join(", ", all.Select(b => b.Name))}.");
    try
    {
        foreach (var benchmark in all.Where(b => settings.Only.Count == 0 || settings.Only.Contains(b.Name, StringComparer.Ordinal)))
            await benchmark.Run(stop.Token);
    }
    finally
    {
        report.Save();
    }

    return report.Bars.Any(b => b.IsMet == false) ? Missed : Met;
}
