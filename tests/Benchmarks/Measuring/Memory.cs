using Benchmarks.Engine;
using Benchmarks.Reporting;
using Benchmarks.Servers;

namespace Benchmarks.Measuring;

/// <summary>Resident memory of the engine over the length of a run, and over the number of its users.</summary>
internal sealed class Memory(Machine machine, EngineProgram engine, BenchSettings settings, BenchReport report) : IBenchmark
{
    const int Users = 50;
    const double Mebibyte = 1024 * 1024;
    const double MostGrowth = 1.05;
    const double MostPerUser = 4096;

    // So many come in a second.
    const double UsersPerSecond = 2000;

    static readonly int[] Crowds = [1, 1_000, 5_000, 20_000];

    public string Name => "memory";

    public async Task Run(CancellationToken ct)
    {
        report.Heading("Memory");
        await OverTime(ct);
        await OverUsers(ct);
    }

    async Task OverTime(CancellationToken ct)
    {
        await using var server = await LocalServer.Fast(machine, Users, ct);
        report.Note($"{Users} users with a pace of 10 to 30 ms, lean transport; resident memory of the process in the last second of load.{Environment.NewLine}");
        var table = new Table("minutes", "requests", "resident MiB");
        var resident = new List<double?>();
        foreach (var minutes in settings.MemoryMinutes)
        {
            var run = await engine.Run(
                new EngineOrder { Target = server.Address, Users = Users, PaceFromSeconds = 0.01, PaceToSeconds = 0.03, Seconds = minutes * 60 }, ct);
            resident.Add(run.ResidentBytes);
            table.Add(minutes, run.Requests, run.ResidentBytes / Mebibyte);
            report.Say($"  {minutes:0.#} min: {run.ResidentBytes / Mebibyte:0.0} MiB");
        }

        report.Show(table);
        report.EndSection();
        var (shortest, longest) = (settings.MemoryMinutes[0], settings.MemoryMinutes[^1]);
        report.Judge(new Bar(
            $"resident memory after {longest:0.#} minutes at most {MostGrowth}x that after {shortest:0.#}",
            shortest < longest && shortest >= 1 ? resident[^1] / resident[0] : null,
            MostGrowth,
            "x")
        {
            Missing = "in its first minute a process has not settled: --memory-minutes=1,10",
        });
        report.EndSection();
    }

    async Task OverUsers(CancellationToken ct)
    {
        var files = await machine.MostFiles(Crowds[^1] + Machine.FilesBesideConnections, ct);
        int[] crowds = [.. Crowds.Select(users => Math.Min(users, files - Machine.FilesBesideConnections)).Distinct()];
        await using var server = await LocalServer.Fast(machine, crowds[^1], ct);
        report.Note(
            "Users with a pace of 1 to 3 s, lean transport, one connection each. Live: the managed heap after a full collection under load; the "
            + $"kernel's part of a socket is in neither.{Environment.NewLine}");
        if (crowds[^1] < Crowds[^1])
            report.Note($"More than {crowds[^1]:#,0} users are not possible here: a process may open {files:#,0} files (ulimit -Hn).{Environment.NewLine}");
        var socket = await engine.BytesOfASocket(server.Address, ct);
        report.Note($"A connected socket of .NET alone keeps {socket:#,0} B of that live.{Environment.NewLine}");
        var table = new Table("users", "requests/s", "resident MiB", "resident B/user", "live B/user", "CPU % of a core", "lag p99 us");
        EngineReport? alone = null;
        double? live = null;
        foreach (var users in crowds)
        {
            var run = await engine.Run(
                new EngineOrder
                {
                    Target = server.Address,
                    Users = users,
                    RampSeconds = Math.Max(1, users / UsersPerSecond),
                    PaceFromSeconds = 1,
                    PaceToSeconds = 3,
                    Seconds = Math.Max(8, settings.Seconds),
                    CountsLiveBytes = true,
                },
                ct);
            alone ??= run;
            var others = users - 1;
            live = others == 0 ? null : (double?)(run.LiveBytes - alone.LiveBytes) / others;
            table.Add(
                (double)users,
                run.Requests / run.Seconds,
                run.ResidentBytes / Mebibyte,
                others == 0 ? null : (double?)(run.ResidentBytes - alone.ResidentBytes) / others,
                live,
                run.CpuSeconds / run.Seconds * 100,
                (double?)run.Generator.ScheduleLagP99Micros);
            report.Say($"  {users:#,0} users: {run.ResidentBytes / Mebibyte:0.0} MiB resident, {live:#,0} B live each");
        }

        report.Show(table);
        report.EndSection();
        report.Judge(new Bar(
            $"live memory of each of {crowds[^1]:#,0} users at most {MostPerUser:#,0} B beside its socket", live - socket, MostPerUser, " B"));
        report.EndSection();
    }
}
