using PerfGate.Environments.Locks;
using PerfGate.Gate.Baselines;
using PerfGate.Gate.Fingerprints;
using PerfGate.Gate.Recording;
using PerfGate.Gate.Records;
using PerfGate.Gate.Runs;

namespace PerfGate.Gate.Tests.Baselines;

public sealed class KeepingBaselines : IDisposable
{
    readonly TempFolder folder = new();
    readonly BaselineStore store;

    public KeepingBaselines() => store = new BaselineStore(folder.File("baselines"), TimeProvider.System);

    static RunRecord Run => Samples.Typical();

    static RunRecord Later => Run with { RunId = "20261231-235959-ffff" };

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_saved_run_is_found_by_a_run_of_the_same_fingerprint()
    {
        var file = Save(Run);
        file.ShouldBe(folder.File($"baselines/{Run.Fingerprint}/{Run.RunId}.json"));
        var found = store.Find(Samples.Typical(seed: 9, runId: "20261122-000000-0000"));
        found.Baseline.ShouldNotBeNull().RunId.ShouldBe(Run.RunId);
        (found.Others.Count, found.Notes.Count).ShouldBe((0, 0));
    }

    [Fact]
    public void It_keeps_the_distributions_of_every_stage_and_drops_what_was_read_second_by_second()
    {
        var file = Save(Run with { Resources = [new ResourceRecord("api", 3.2, 500, 200, [1], [0.5], [200])] });
        var read = RunRecordFile.Read(file);
        read.Series.Second.ShouldBeEmpty();
        read.Resources.Single().Second.ShouldBeEmpty();
        read.Resources.Single().CpuMicrosPerRequest.ShouldBe(500);
        read.Stages.Select(s => s.Endpoints.Sum(e => e.ResponseTime.Count)).ShouldBe([50, 6_400]);
        read.Overall!.ResponseTime.Buckets().ShouldBe(Run.Overall!.ResponseTime.Buckets());
    }

    [Fact]
    public void The_newest_run_is_the_baseline_and_earlier_ones_stay_as_history()
    {
        Save(Run);
        Save(Samples.Typical(seed: 2, runId: "20261122-101010-aaaa"));
        store.Find(Run with { RunId = "20261123-000000-0000" }).Baseline!.RunId.ShouldBe("20261122-101010-aaaa");
        Directory.GetFiles(folder.File($"baselines/{Run.Fingerprint}")).Length.ShouldBe(2);
    }

    [Fact]
    public void A_run_is_never_compared_with_itself()
    {
        Save(Run);
        var alone = store.Find(Run);
        alone.Baseline.ShouldBeNull();
        alone.Notes.Single().ShouldBe($"Run {Run.RunId} is the baseline itself, and the first of its fingerprint.");
        Save(Later);
        store.Find(Later).Baseline!.RunId.ShouldBe(Run.RunId);
    }

    [Fact]
    public void A_baseline_can_be_read_again_by_its_run()
    {
        Save(Run);
        store.Read(Run.Fingerprint, Run.RunId).ShouldNotBeNull().Totals.ShouldBe(Run.Totals);
        store.Read(Run.Fingerprint, "gone").ShouldBeNull();
        store.Read("..", "gone").ShouldBeNull();
    }

    [Fact]
    public void Saving_a_run_twice_changes_nothing()
    {
        var first = File.ReadAllText(Save(Run));
        File.ReadAllText(Save(Run)).ShouldBe(first);
    }

    [Fact]
    public void A_run_older_than_the_baseline_is_refused_as_it_would_not_become_one()
    {
        Save(Run);
        Refused(Samples.Typical(runId: "20200101-000000-0000")).ShouldContain("is older than the baseline");
    }

    [Fact]
    public void Without_any_baseline_nothing_is_found_and_nothing_is_made()
    {
        var found = store.Find(Run);
        (found.Baseline, found.Others.Count, found.Notes.Count).ShouldBe((null, 0, 0));
        Directory.Exists(folder.File("baselines")).ShouldBeFalse();
    }

    [Fact]
    public void A_baseline_of_another_machine_is_told_with_what_differs()
    {
        Save(Elsewhere("aaaaaaaaaaaa", "CPU", "AMD EPYC 9654", "20261101-000000-0000"));
        var found = store.Find(Run);
        found.Baseline.ShouldBeNull();
        found.Others.Single().Differences.ShouldBe(["CPU: AMD EPYC 9654 there, AMD EPYC 7763 here"]);
        found.Notes.Single().ShouldBe(
            "There is a baseline (run 20261101-000000-0000), but it was not made under the same conditions: CPU: AMD EPYC 9654 there, AMD EPYC 7763 here.");
    }

    [Fact]
    public void Of_several_others_the_closest_is_told()
    {
        var far = Elsewhere("aaaaaaaaaaaa", "CPU", "AMD EPYC 9654", "20261102-000000-0000");
        Save(far with { Machine = new Dictionary<string, string>(far.Machine) { ["processors"] = "64" } });
        Save(Elsewhere("bbbbbbbbbbbb", "profile", "peak 0123456789ab", "20261101-000000-0000"));
        var found = store.Find(Run);
        found.Others.Select(o => o.RunId).ShouldBe(["20261101-000000-0000", "20261102-000000-0000"]);
        found.Notes.Single().ShouldBe(
            "There is a baseline (run 20261101-000000-0000), but of another profile, length or number of users: quick with 10 users at most, for 25 s. "
            + "Runs are compared when --profile, --users and --time-scale are the same.");
    }

    [Fact]
    public void A_damaged_baseline_names_the_file_and_how_to_replace_it()
    {
        var file = Save(Run);
        File.WriteAllText(file, "{\"schema\": 1");
        var message = Should.Throw<GateException>(() => store.Find(Later)).Message;
        message.ShouldStartWith($"The baseline {file} is damaged: ");
        message.ShouldEndWith("Delete the file, or make a new baseline: ./build.sh --target=PerfBaseline");
    }

    [Fact]
    public async Task Commands_name_the_suite_where_the_build_has_several()
    {
        var several = new BaselineStore(folder.File("baselines"), TimeProvider.System, suiteArgument: " --suite=shop");
        var check = await new BaselineCheck(several, Fingerprint.Of(Samples.Machine, Samples.Workload), " --suite=shop").RunAsync(CancellationToken.None);
        check.ShouldHaveSingleItem().Advice.ShouldNotBeNull().ShouldEndWith("./build.sh --target=PerfBaseline --suite=shop");
        File.WriteAllText(Save(Run), "{");
        Should.Throw<GateException>(() => several.Find(Later)).Message.ShouldEndWith("./build.sh --target=PerfBaseline --suite=shop");
        Should.Throw<GateException>(() => several.SaveAsync(Run with { End = RunEnd.Cancelled }, CancellationToken.None)).Message.ShouldEndWith("./build.sh --target=Perf --suite=shop");
    }

    [Fact]
    public void A_damaged_baseline_of_another_fingerprint_is_a_note_and_no_failure()
    {
        File.WriteAllText(Save(Elsewhere("aaaaaaaaaaaa", "CPU", "x", "20261101-000000-0000")), "{");
        var found = store.Find(Run);
        found.Others.ShouldBeEmpty();
        found.Notes.Single().ShouldContain("is damaged");
    }

    [Fact]
    public void A_baseline_of_a_newer_program_is_told_apart()
    {
        File.WriteAllText(Save(Run), "{\"schema\": 3}");
        Should.Throw<GateException>(() => store.Find(Later)).Message.ShouldContain("has schema 3, and this program reads up to 1");
    }

    [Fact]
    public void A_baseline_moved_into_the_folder_of_another_fingerprint_is_refused()
    {
        var moved = folder.File($"baselines/{Run.Fingerprint}/20261101-000000-0000.json");
        Directory.CreateDirectory(Path.GetDirectoryName(moved)!);
        File.Move(Save(Elsewhere("aaaaaaaaaaaa", "CPU", "x", "20261101-000000-0000")), moved);
        Should.Throw<GateException>(() => store.Find(Run)).Message.ShouldContain("is of fingerprint aaaaaaaaaaaa");
    }

    [Fact]
    public void Runs_that_would_make_every_later_one_look_good_are_refused()
    {
        Refused(Run with { End = RunEnd.Cancelled }).ShouldContain("It was cancelled before its end.");
        Refused(Run with { End = RunEnd.Stopped }).ShouldContain("It was stopped before its end.");
        Refused(Run with { End = RunEnd.SystemDied, SystemDeath = "'api' exited with code 139" }).ShouldContain("'api' exited with code 139.");
        Refused(Run with { Generator = Run.Generator with { CpuShare = 0.95 } }).ShouldContain("95 % of the machine's processors");
        Refused(Run with { Totals = new Totals(0, 0, 20) }).ShouldContain("Nothing was measured");
        Refused(Run.With(new TargetRecord(null, Metrics.P50, 1, 2, 3))).ShouldContain("beyond its critical limit of 3 ms");
        Directory.Exists(folder.File("baselines")).ShouldBeFalse();
    }

    [Fact]
    public void A_name_that_leads_elsewhere_is_refused()
    {
        Refused(Run with { RunId = "../../x" }).ShouldContain("has no name that a file can have");
        Refused(Run with { Fingerprint = ".." }).ShouldContain("has no name that a file can have");
        store.Find(Run with { Fingerprint = ".." }).Baseline.ShouldBeNull();
    }

    [Fact]
    public async Task A_second_writer_waits_and_then_says_who_holds_the_lock()
    {
        using var held = await FileLock.AcquireAsync(folder.File("baselines/.lock"), TimeSpan.Zero, CancellationToken.None);
        var impatient = new BaselineStore(folder.File("baselines"), new HurriedTime());
        var error = await Should.ThrowAsync<GateException>(() => impatient.SaveAsync(Run, CancellationToken.None));
        error.Message.ShouldContain("is locked by process");
        error.Message.ShouldContain("10 s");
        Directory.GetFiles(folder.Path, "*.json", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Writers_at_the_same_time_all_succeed()
    {
        var runs = Enumerable.Range(0, 4).Select(i => Samples.Run(Samples.Endpoint("/x", 10, 900)) with { Fingerprint = $"aaaaaaaaaaa{i}" }).ToList();
        await Task.WhenAll(runs.Select(run => Task.Run(() => new BaselineStore(folder.File("baselines"), TimeProvider.System).SaveAsync(run, CancellationToken.None))));
        foreach (var run in runs) store.Read(run.Fingerprint, run.RunId).ShouldNotBeNull();
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_said()
    {
        File.WriteAllText(folder.File("taken"), "a file");
        var blocked = new BaselineStore(folder.File("taken"), TimeProvider.System);
        Should.Throw<GateException>(() => blocked.SaveAsync(Run, CancellationToken.None)).Message.ShouldContain("cannot be written");
    }

    static RunRecord Elsewhere(string fingerprint, string part, string value, string runId) => Run with
    {
        RunId = runId,
        Fingerprint = fingerprint,
        Machine = new Dictionary<string, string>(Run.Machine) { [part] = value },
    };

    string Save(RunRecord run) => store.SaveAsync(run, CancellationToken.None).GetAwaiter().GetResult();

    string Refused(RunRecord run) => Should.Throw<GateException>(() => Save(run)).Message;
}
