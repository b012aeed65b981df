using PerfGate.Gate.Runs;

namespace PerfGate.Gate.Tests.Runs;

public sealed class KeepingRunFolders : IDisposable
{
    readonly string artifacts = Directory.CreateTempSubdirectory("perfgate-tests-").FullName;

    [Fact]
    public void Ids_sort_by_time_and_never_clash()
    {
        var folders = Enumerable.Range(0, 20).Select(_ => RunFolder.Create(artifacts, "shop", TimeProvider.System).RunId).ToList();
        folders.Distinct().Count().ShouldBe(20);
        folders.ShouldAllBe(id => id.Length == "20261121-201530-4f2a".Length);
    }

    [Fact]
    public void Latest_is_the_one_that_became_it_last()
    {
        var (first, second) = (Made(), Made());
        first.BecomeLatest();
        second.BecomeLatest();
        RunFolder.Latest(artifacts, "shop").RunId.ShouldBe(second.RunId);
        first.BecomeLatest();
        RunFolder.Latest(artifacts, "shop").RunId.ShouldBe(first.RunId);
    }

    [Fact]
    public void A_run_can_be_named_by_its_folder_or_a_file_in_it()
    {
        var run = Made();
        RunFolder.Open(run.Path).RunId.ShouldBe(run.RunId);
        RunFolder.Open(run.RunFile).RunId.ShouldBe(run.RunId);
    }

    [Fact]
    public void Without_a_run_it_says_how_to_make_one()
    {
        Should.Throw<GateException>(() => RunFolder.Latest(artifacts, "shop")).Message.ShouldContain("--target=Perf --suite=shop");
        Should.Throw<GateException>(() => RunFolder.Open(artifacts)).Message.ShouldContain("no run.json");
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_told()
    {
        var file = Path.Combine(artifacts, "file");
        File.WriteAllText(file, "");
        Should.Throw<GateException>(() => RunFolder.Create(file, "shop", TimeProvider.System)).Message.ShouldContain("--artifacts");
    }

    public void Dispose() => Directory.Delete(artifacts, recursive: true);

    RunFolder Made()
    {
        var run = RunFolder.Create(artifacts, "shop", TimeProvider.System);
        File.WriteAllText(run.RunFile, "{}");
        return run;
    }
}
