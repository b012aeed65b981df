using Benchmarks.Engine;
using Benchmarks.Reporting;
using Benchmarks.Servers;

namespace Benchmarks.Measuring;

/// <summary>How late arrivals of the open model start, and what it costs to be in time, rate by rate.</summary>
internal sealed class Lag(Machine machine, EngineProgram engine, BenchSettings settings, BenchReport report) : IBenchmark
{
    const int Pool = 500;
    const double JudgedRate = 10_000;
    const double MostMicros = 1000;

    static readonly double[] Rates = [100, 1_000, 5_000, 10_000, 20_000];

    public string Name => "lag";

    public async Task Run(CancellationToken ct)
    {
        await using var server = await LocalServer.Fast(machine, Pool, ct);
        report.Heading("Schedule lag");
        report.Note(
            $"Open model, lean transport, at most {Pool} requests under way, {settings.Seconds:0.#} s against {server.Name} for each rate, medians of "
            + $"{settings.Repeat}. Lag: from when an arrival was due to when it started.");
        var table = new Table("arrivals/s", "done/s", "lag p50 us", "lag p99 us", "lag max us", "dropped", "CPU % of a core");
        double? judged = null;
        foreach (var rate in Rates)
        {
            var reports = new List<EngineReport>();
            for (var repetition = 0; repetition < settings.Repeat; repetition++)
                reports.Add(await engine.Run(
                    new EngineOrder { Target = server.Address, Users = Pool, Rate = rate, WarmUpSeconds = 2, Seconds = settings.Seconds }, ct));
            double? Of(Func<EngineReport, double?> what) => Medians.Of(reports.Select(what));
            var lag = Of(r => r.Generator.ScheduleLagP99Micros);
            if (rate == JudgedRate) judged = lag;
            table.Add(
                rate,
                Of(r => r.Requests / settings.Seconds),
                Of(r => r.Generator.ScheduleLagP50Micros),
                lag,
                Of(r => r.Generator.ScheduleLagMaxMicros),
                Of(r => r.Generator.Dropped),
                Of(r => r.CpuSeconds / r.Seconds * 100));
            report.Say($"  {rate:#,0}/s: lag p99 {lag} us");
        }

        report.Show(table);
        report.EndSection();
        report.Judge(new Bar($"schedule lag p99 at {JudgedRate:#,0} arrivals/s at most {MostMicros:#,0} us", judged, MostMicros, " us"));
        report.EndSection();
    }
}
