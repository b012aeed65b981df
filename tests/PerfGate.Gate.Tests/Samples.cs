using PerfGate.Gate.Baselines;
using PerfGate.Gate.Fingerprints;
using PerfGate.Gate.Judging;
using PerfGate.Gate.Recording;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Load.Profiles;
using PerfGate.Load.Results;
using PerfGate.Statistics;

namespace PerfGate.Gate.Tests;

/// <summary>Runs as they could have been measured, the same every time.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Start = new(2026, 11, 21, 20, 15, 30, TimeSpan.Zero);

    public static MachineFacts Machine => new()
    {
        CpuModel = "AMD EPYC 7763",
        Processors = 2,
        MemoryBytes = 8_200_000_000,
        Os = "Debian GNU/Linux 12 (bookworm), x64",
        Runtime = "10.0.0",
        GcMode = "workstation, concurrent",
    };

    public static Workload Workload => new()
    {
        Suite = "Shop",
        SuiteFacts = ["ShopUser 1"],
        Profile = new Profile("quick", [new Stage("warm-up", 0, 10, TimeSpan.FromSeconds(5), true), new Stage("hold 10", 10, 10, TimeSpan.FromSeconds(20), false)]),
        Environment = "embedded",
        Engine = "perfgate/httpclient",
    };

    public static RunIdentity Identity(string runId = "20261121-201530-4f2a") => new()
    {
        RunId = runId,
        Suite = "Shop",
        Profile = "quick",
        Environment = "embedded",
        Engine = "perfgate/httpclient",
        Commit = "0123456789abcdef0123456789abcdef01234567",
        Branch = "main",
        Dirty = false,
        Seed = 42,
        Fingerprint = Fingerprint.Of(Machine, Workload),
        Targets = [new TargetRecord(null, Metrics.P95, 200, 500, 1000)],
        Command = "./build.sh --target=Perf --suite=Shop",
    };

    /// <summary>Requests with exponential response times of a mean, service a little less.</summary>
    public static EndpointResult Endpoint(string name, long requests, double meanMicros, long failures = 0, int seed = 1, string method = "GET")
    {
        var random = new Random(seed);
        var (response, service) = (new HdrHistogram(), new HdrHistogram());
        for (var i = 0; i < requests; i++)
        {
            var micros = 500 + (long)(-meanMicros * Math.Log(1 - random.NextDouble()));
            response.Record(micros);
            service.Record(micros - 37);
        }

        return new EndpointResult(name, method, requests, failures, requests * 120, response, service);
    }

    public static LoadResult Load(params EndpointResult[] measured) => new(
        Start,
        TimeSpan.FromSeconds(25.25),
        LoadEnd.Completed,
        [
            new StageResult("warm-up", true, TimeSpan.Zero, TimeSpan.FromSeconds(5), 10, [Endpoint("/cart", 50, 20_000, failures: 2)]),
            new StageResult("hold 10", false, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20), 10, measured),
        ],
        [
            new SecondResult(0, 4, new SecondStatistics(3, 1, 900, 1000, 1100), [new SecondEndpointResult("/cart", "GET", new SecondStatistics(3, 1, 900, 1000, 1100))]),
            new SecondResult(1, 10, new SecondStatistics(0, 0, null, null, null), []),
            new SecondResult(2, 10, new SecondStatistics(2, 0, 800, 810, 820), [new SecondEndpointResult("/buy", "POST", new SecondStatistics(2, 0, 800, 810, 820))]),
        ],
        [new UserClassResult("ShopUser", 10, new Dictionary<string, long> { ["ReadCart"] = 40 })],
        [new FailureGroup("/cart", "GET", "expected 200, got 503", 0, 2, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2))],
        [new ExceptionGroup("ShopUser.Buy", "System.InvalidOperationException", "no stock", "at ShopUser.Buy()", 3, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(4))],
        new GeneratorHealth(0.21, 120, 900, 4_000, 0, TimeSpan.FromMilliseconds(12), 3, 2_048),
        ["12 requests were cut off at the end."]);

    public static RunRecord Run(params EndpointResult[] measured) => RunRecorder.Record(Load(measured), Identity());

    public static RunRecord Typical(int seed = 1, double slower = 1, string runId = "20261121-201530-4f2a") => RunRecorder.Record(
        Load(
            Endpoint("/cart", 6_000, 10_000 * slower, seed: seed),
            Endpoint("/buy", 400, 30_000 * slower, seed: seed + 1000, method: "POST")),
        Identity(runId));

    public static GateResult Judged(RunRecord run, RunRecord? baseline = null, bool strict = false) =>
        Judge.Decide(run, BaselineSearch.Nothing with { Baseline = baseline }, new JudgeSettings { Strict = strict });

    public static RunRecord With(this RunRecord run, params TargetRecord[] targets) => run with { Targets = targets };
}
