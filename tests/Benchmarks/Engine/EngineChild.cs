using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PerfGate.Load;
using PerfGate.Load.Profiles;
using PerfGate.Load.Results;
using PerfGate.Statistics;

namespace Benchmarks.Engine;

/// <summary>
/// Our engine in a process of its own, so that its CPU time is nobody else's: user task, scheduling, recording and all.
/// </summary>
internal static class EngineChild
{
    public const string Command = "engine";

    const double CountingSeconds = 3;

    public static async Task<int> Run(string json, TextWriter output, CancellationToken ct)
    {
        GeneratorRuntime.Prepare();
        var order = JsonSerializer.Deserialize<EngineOrder>(json, JsonSerializerOptions.Web)!;
        await using var services = new ServiceCollection().AddSingleton(order).BuildServiceProvider();
        var engine = new LoadEngine(TimeProvider.System);
        if (order.WarmUpSeconds > 0)
        {
            await engine.Run(Plan(order, order.WarmUpSeconds, services), progress: null, ct);
            GC.Collect();
            // A server that follows a script takes this silence for its beginning.
            await Task.Delay(TimeSpan.FromMilliseconds(600), ct);
        }

        var plan = Plan(order, order.Seconds, services);
        var watcher = new Watcher(order);
        var cpu = Environment.CpuUsage.TotalTime;
        var result = await engine.Run(plan, watcher, ct);
        var used = Environment.CpuUsage.TotalTime - cpu;
        var report = Report(result, used, watcher);
        if (order.CountsAllocation) report = report with { AllocatedBytesPerRequest = await CountAllocation(engine, order, ct) };
        await output.WriteLineAsync(JsonSerializer.Serialize(report, JsonSerializerOptions.Web));
        return 0;
    }

    static async Task<double?> CountAllocation(LoadEngine engine, EngineOrder order, CancellationToken ct)
    {
        var meter = new AllocationMeter();
        await using var services = new ServiceCollection().AddSingleton(order).AddSingleton(meter).BuildServiceProvider();
        await engine.Run(Plan(order, CountingSeconds, services), progress: null, ct);
        return meter.BytesPerRequest;
    }

    static EngineReport Report(LoadResult result, TimeSpan cpu, Watcher watcher)
    {
        var endpoints = result.Stages.SelectMany(s => s.Endpoints).ToList();
        var times = new HdrHistogram();
        foreach (var endpoint in endpoints) times.Add(endpoint.ResponseTime);
        return new EngineReport
        {
            Requests = endpoints.Sum(e => e.Requests),
            Failures = endpoints.Sum(e => e.Failures),
            FirstFailure = result.Failures.Select(f => f.Reason).Concat(result.Exceptions.Select(e => e.Message)).FirstOrDefault(),
            Seconds = result.Duration.TotalSeconds,
            CpuSeconds = cpu.TotalSeconds,
            ResponseTime = Quantiles.Of(times),
            Generator = result.Generator,
            ResidentBytes = watcher.ResidentBytes,
            LiveBytes = watcher.LiveBytes,
            Warnings = result.Warnings,
        };
    }

    static LoadPlan Plan(EngineOrder order, double seconds, IServiceProvider services) => new()
    {
        Target = new Uri(order.Target.GetLeftPart(UriPartial.Authority)),
        Transport = order.Transport,
        Users = [UserClass.Of<Visitor>()],
        Services = services,
        Profile = Shape(order, seconds).Build("bench"),
    };

    static ProfileBuilder Shape(EngineOrder order, double seconds)
    {
        var profile = new ProfileBuilder();
        if (order.Rate is { } rate) return OpenShape.Of(profile, rate, order.Users, seconds);
        if (order.RampSeconds > 0) profile.Ramp(order.Users, order.RampSeconds.Seconds());
        return profile.Hold(order.Users, seconds.Seconds());
    }
}
