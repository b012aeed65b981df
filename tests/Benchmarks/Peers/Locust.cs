using System.Globalization;
using System.Text.Json;
using Benchmarks.Measuring;

namespace Benchmarks.Peers;

/// <summary>Locust, one process without its web page. CPU time is that of the load alone: Python's own start is not in it.</summary>
/// <param name="machine">Where it runs.</param>
/// <param name="kind">The class in locustfile.py: Plain (HttpUser) or Fast (FastHttpUser).</param>
/// <param name="name">What it is called in reports.</param>
internal sealed class Locust(Machine machine, string kind, string name) : IPeer
{
    const string Mark = "BENCH ";

    public string Name => name;

    public bool IsFound { get; } = Machine.Find("locust") is not null;

    public string Manner => "closed loop, each user keeps its share of the rate; rounds response times";

    public async Task<PeerRun> Run(PeerTask task, CancellationToken ct)
    {
        string[] command =
        [
            "locust", "--headless", "--only-summary", "--skip-log-setup", "-f", Path.Combine(AppContext.BaseDirectory, "Peers/locustfile.py"),
            "-u", $"{task.Connections}", "-r", $"{task.Connections}", "-t", $"{task.WholeSeconds}s",
            "--host", task.Target.GetLeftPart(UriPartial.Authority), kind,
        ];
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["BENCH_PATH"] = task.Target.AbsolutePath,
            ["BENCH_RATE_PER_USER"] = ((task.Rate ?? 0) / task.Connections).ToString(CultureInfo.InvariantCulture),
        };
        var run = await machine.Run(command, task.Within, files: null, variables, ct);
        var line = run.Output.Split('\n').LastOrDefault(l => l.StartsWith(Mark, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"The output of {Name} was not understood:{Environment.NewLine}{run.Tail}");
        using var json = JsonDocument.Parse(line[Mark.Length..]);
        double Of(string property) => json.RootElement.GetProperty(property).GetDouble();
        new Said(Name, run.Tail).NoneMayFail(Of("failures"));
        return new PeerRun(
            (long)Of("requests"),
            Of("seconds"),
            Of("cpuSeconds"),
            new Quantiles(Of("p50") * 1e3, Of("p95") * 1e3, Of("p99") * 1e3, Of("p999") * 1e3));
    }
}
