using PerfGate.Gate.Paired.Sources;

namespace PerfGate.Gate.Tests.Paired.Sources;

public sealed class MakingSourceTrees
{
    [Fact]
    public async Task A_clean_checkout_is_compared_as_its_commit_with_an_earlier_one()
    {
        using var repository = await Repository.WithACommit();
        var first = await repository.Run("rev-parse", "HEAD");
        repository.Write("App/Program.cs", "two");
        var second = await repository.Commit("second");

        await using var sources = await repository.Pair("HEAD~1");

        sources.Baseline.ShouldBe(new SourceTree(repository.At("artifacts/run/side-a"), "HEAD~1", first, Dirty: false));
        sources.Candidate.ShouldBe(new SourceTree(repository.At("artifacts/run/side-b"), "this checkout", second, Dirty: false));
        sources.IsSame.ShouldBeFalse();
        Program(sources.Baseline).ShouldBe("one");
        Program(sources.Candidate).ShouldBe("two");
        sources.Baseline.Path.Length.ShouldBe(sources.Candidate.Path.Length);
        (await repository.RunIn(sources.Candidate.Path, "rev-parse", "HEAD")).ShouldBe(second);
    }

    [Theory]
    [InlineData("v1.2.0")]
    [InlineData("annotated")]
    [InlineData("old")]
    [InlineData("origin/old")]
    [InlineData("main^")]
    [InlineData("id")]
    [InlineData("short id")]
    public async Task A_baseline_is_anything_that_git_knows_as_a_commit(string against)
    {
        using var repository = await Repository.WithACommit();
        var first = await repository.Run("rev-parse", "HEAD");
        await repository.Run("tag", "v1.2.0");
        await repository.Run("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "tag", "-a", "annotated", "-m", "one");
        await repository.Run("branch", "old");
        await repository.Run("update-ref", "refs/remotes/origin/old", "HEAD");
        await repository.Commit("second");

        await using var sources = await repository.Pair(against switch { "id" => first, "short id" => first[..9], _ => against });
        sources.Baseline.Commit.ShouldBe(first);
    }

    [Fact]
    public async Task An_edit_a_deletion_a_staged_and_an_untracked_file_are_in_the_candidate_and_ignored_files_are_not()
    {
        using var repository = await Repository.WithACommit();
        repository.Write("App/Gone.cs", "gone");
        repository.Write("App/Staged.cs", "before");
        var head = await repository.Commit("second");
        repository.Write("App/Program.cs", "edited");
        repository.Write("App/Staged.cs", "staged");
        await repository.Run("add", "App/Staged.cs");
        repository.Write("App/Staged.cs", "staged, then edited");
        repository.Write("App/New file ä.cs", "untracked");
        repository.Write("bin/App.dll", "built");
        File.Delete(repository.At("App/Gone.cs"));

        await using var sources = await repository.Pair("HEAD");

        sources.Candidate.ShouldBe(new SourceTree(repository.At("artifacts/run/side-b"), "this checkout", head, Dirty: true));
        Files(sources.Candidate).ShouldBe([".gitignore=bin/\nartifacts/\n", "App/New file ä.cs=untracked", "App/Program.cs=edited", "App/Staged.cs=staged, then edited"]);
        Files(sources.Baseline).ShouldBe([".gitignore=bin/\nartifacts/\n", "App/Gone.cs=gone", "App/Program.cs=one", "App/Staged.cs=before"]);
        sources.Baseline.Dirty.ShouldBeFalse();
        sources.IsSame.ShouldBeFalse();
        (await repository.RunIn(sources.Candidate.Path, "rev-parse", "HEAD~1")).ShouldBe(head);
        (await repository.RunIn(sources.Candidate.Path, "status", "--porcelain")).ShouldBe("");
    }

    [Fact]
    public async Task An_untracked_file_alone_makes_a_candidate_of_its_own()
    {
        using var repository = await Repository.WithACommit();
        repository.Write("App/New.cs", "new");
        await using var sources = await repository.Pair("HEAD");
        (sources.Candidate.Dirty, sources.IsSame).ShouldBe((true, false));
        File.Exists(Path.Combine(sources.Candidate.Path, "App/New.cs")).ShouldBeTrue();
    }

    [Fact]
    public async Task An_edit_of_the_same_length_right_after_the_commit_is_seen()
    {
        using var repository = await Repository.WithACommit();
        // As on a file system with coarse times: neither size nor time tells that it changed, only that it is as young as the index.
        await repository.Run("config", "core.checkStat", "minimal");
        await repository.Run("config", "core.trustctime", "false");
        var written = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        repository.Write("App/Program.cs", "two");
        File.SetLastWriteTimeUtc(repository.At("App/Program.cs"), written);
        await repository.Commit("second");
        repository.Write("App/Program.cs", "2.0");
        File.SetLastWriteTimeUtc(repository.At("App/Program.cs"), written);
        File.SetLastWriteTimeUtc(repository.At(".git/index"), written);

        await using var sources = await repository.Pair("HEAD");
        Program(sources.Candidate).ShouldBe("2.0");
    }

    [Fact]
    public async Task Only_a_newer_time_is_no_change()
    {
        using var repository = await Repository.WithACommit();
        File.SetLastWriteTimeUtc(repository.At("App/Program.cs"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await using var sources = await repository.Pair("HEAD");
        (sources.Candidate.Dirty, sources.IsSame).ShouldBe((false, true));
    }

    [Fact]
    public async Task The_same_commit_on_both_sides_is_allowed_and_said()
    {
        using var repository = await Repository.WithACommit();
        await using var sources = await repository.Pair("main");
        sources.IsSame.ShouldBeTrue();
        sources.Candidate.Commit.ShouldBe(sources.Baseline.Commit);
        Files(sources.Baseline).ShouldBe(Files(sources.Candidate));
        repository.Said.ShouldHaveSingleItem().ShouldContain("Both are the same.");
    }

    [Fact]
    public async Task Without_a_baseline_both_sides_are_this_checkout_changes_included()
    {
        using var repository = await Repository.WithACommit();
        repository.Write("App/Program.cs", "edited");
        await using var sources = await repository.Pair(against: null);
        (sources.IsSame, sources.Baseline.Dirty, sources.Baseline.Reference).ShouldBe((true, true, "this checkout"));
        (Program(sources.Baseline), Program(sources.Candidate)).ShouldBe(("edited", "edited"));
    }

    [Fact]
    public async Task A_folder_in_the_checkout_stays_that_folder_on_both_sides()
    {
        using var repository = await Repository.WithACommit();
        repository.Write("top.txt", "untracked, beside the root");
        await using var sources = await repository.Pair("HEAD", root: repository.At("App"));
        sources.Baseline.Path.ShouldBe(repository.At("artifacts/run/side-a/App"));
        sources.Candidate.Path.ShouldBe(repository.At("artifacts/run/side-b/App"));
        File.ReadAllText(Path.Combine(sources.Candidate.Path, "Program.cs")).ShouldBe("one");
        File.Exists(Path.Combine(sources.Candidate.Path, "../top.txt")).ShouldBeTrue();
    }

    [Fact]
    public async Task The_folder_of_the_session_is_no_part_of_it_even_where_git_does_not_ignore_it()
    {
        using var repository = await Repository.WithACommit();
        repository.Write("runs/1/run.log", "of the session");
        await using (var sources = await repository.Pair("HEAD", repository.At("runs/1")))
        {
            sources.IsSame.ShouldBeTrue();
        }

        repository.Write("App/Program.cs", "edited");
        await using var again = await repository.Pair("HEAD", repository.At("runs/1"));
        Files(again.Candidate).ShouldBe([".gitignore=bin/\nartifacts/\n", "App/Program.cs=edited"]);
    }

    [Fact]
    public async Task The_folder_may_lie_outside_of_the_checkout()
    {
        using var repository = await Repository.WithACommit();
        repository.Write("App/Program.cs", "edited");
        await using var sources = await repository.Pair("HEAD", repository.Folder.File("elsewhere/run"));
        Program(sources.Candidate).ShouldBe("edited");
    }

    [Fact]
    public async Task A_worktree_of_the_user_is_a_checkout_as_well()
    {
        using var repository = await Repository.WithACommit();
        var other = repository.Folder.File("other");
        await repository.Run("worktree", "add", "--quiet", "-b", "other", other);
        File.WriteAllText(Path.Combine(other, "App/Program.cs"), "edited there");
        await using var sources = await repository.Pair("main", Path.Combine(other, "artifacts/run"), other);
        (Program(sources.Baseline), Program(sources.Candidate)).ShouldBe(("one", "edited there"));
    }

    [Fact]
    public async Task Another_repository_in_the_checkout_is_left_out_and_said()
    {
        using var repository = await Repository.WithACommit();
        await repository.Run("worktree", "add", "--quiet", "-b", "other", repository.At("trees/other"));
        await using var sources = await repository.Pair("HEAD");
        sources.IsSame.ShouldBeTrue();
        repository.Said[0].ShouldBe("Left out: trees/other is a git repository of its own, and no submodule.");
    }

    [Fact]
    public async Task The_same_changes_are_the_same_commit_whenever_they_are_made_one()
    {
        using var repository = await Repository.WithACommit();
        repository.Write("App/Program.cs", "edited");
        var ids = new List<string>();
        for (var session = 0; session < 2; session++)
        {
            await using var sources = await repository.Pair("HEAD", repository.At($"artifacts/{session}"));
            ids.Add(await repository.RunIn(sources.Candidate.Path, "rev-parse", "HEAD"));
        }

        ids[0].ShouldBe(ids[1]);
        // Whose date is that of HEAD, so that no clock is in it.
        (await repository.Run("show", "-s", "--format=%cd", ids[0])).ShouldBe(await repository.Run("show", "-s", "--format=%cd", "HEAD"));
    }

    static string Program(SourceTree tree) => File.ReadAllText(Path.Combine(tree.Path, "App/Program.cs"));

    static List<string> Files(SourceTree tree) =>
    [
        .. Directory.EnumerateFiles(tree.Path, "*", SearchOption.AllDirectories)
            .Select(file => $"{Path.GetRelativePath(tree.Path, file).Replace('\\', '/')}={File.ReadAllText(file)}")
            .Where(file => !file.StartsWith(".git=", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];
}
