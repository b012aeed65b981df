using PerfGate.Gate.Paired.Sources;

namespace PerfGate.Gate.Tests.Paired.Sources;

public sealed class LeavingTheCheckoutAlone
{
    [Fact]
    public async Task Status_index_stash_references_worktrees_settings_and_files_are_as_before()
    {
        using var repository = await Changed();
        var before = await repository.State();

        await using (await repository.Pair("HEAD~1"))
        {
            (await repository.Run("--no-optional-locks", "status", "--porcelain")).ShouldBe(" M App/Program.cs\nA  App/Staged.cs\n?? App/New.cs");
            (await repository.Run("for-each-ref")).ShouldNotContain("perfgate");
        }

        (await repository.State()).ShouldBe(before);
        Directory.Exists(repository.At("artifacts/run")).ShouldBeFalse();
    }

    [Fact]
    public async Task Hooks_do_not_run()
    {
        using var repository = await Changed();
        var ran = repository.Folder.File("ran");
        foreach (var hook in new[] { "post-checkout", "pre-commit", "post-commit", "post-index-change", "reference-transaction" })
        {
            var file = repository.At($".git/hooks/{hook}");
            File.WriteAllText(file, $"#!/bin/sh\necho {hook} >> '{ran}'\n");
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        await using (await repository.Pair("HEAD~1"))
        {
            File.Exists(ran).ShouldBeFalse();
        }

        File.Exists(ran).ShouldBeFalse();
        await repository.Run("worktree", "add", "--quiet", "--detach", repository.Folder.File("by-hand"));
        File.ReadAllText(ran).ShouldContain("post-checkout", customMessage: "the hooks would have run");
    }

    [Fact]
    public async Task The_lock_of_the_index_is_not_needed()
    {
        using var repository = await Changed();
        File.WriteAllText(repository.At(".git/index.lock"), "held by the user's own git");
        await using var sources = await repository.Pair("HEAD~1");
        sources.Candidate.Dirty.ShouldBeTrue();
    }

    [Fact]
    public async Task A_worktree_of_the_user_that_is_away_for_now_is_not_forgotten()
    {
        using var repository = await Changed();
        var away = repository.Folder.File("stick");
        await repository.Run("worktree", "add", "--quiet", "--detach", away);
        Directory.Delete(away, recursive: true);
        var before = await repository.State();
        before.ShouldContain(away);

        await using (await repository.Pair("HEAD~1"))
        {
        }

        (await repository.State()).ShouldBe(before);
    }

    [Fact]
    public async Task Sessions_at_once_do_not_disturb_each_other()
    {
        using var repository = await Changed();
        var before = await repository.State();
        for (var round = 0; round < 3; round++)
        {
            // Each removes its trees while the others make theirs.
            await Task.WhenAll(Enumerable.Range(0, 4).Select(async session =>
            {
                await using var sources = await PairedSources.CreateAsync(
                    repository.Git, "HEAD~1", repository.At($"artifacts/{session}"), _ => { }, CancellationToken.None);
                (await File.ReadAllTextAsync(Path.Combine(sources.Baseline.Path, "App/Program.cs"))).ShouldBe("one");
                (await File.ReadAllTextAsync(Path.Combine(sources.Candidate.Path, "App/Program.cs"))).ShouldBe("edited");
            }));
        }

        (await repository.State()).ShouldBe(before);
    }

    [Fact]
    public async Task Builds_in_the_trees_go_with_them()
    {
        using var repository = await Changed();
        var before = await repository.State();
        await using (var sources = await repository.Pair("HEAD~1"))
        {
            foreach (var tree in new[] { sources.Baseline, sources.Candidate })
            {
                Directory.CreateDirectory(Path.Combine(tree.Path, "bin"));
                await File.WriteAllTextAsync(Path.Combine(tree.Path, "bin/App.dll"), "built");
                await File.WriteAllTextAsync(Path.Combine(tree.Path, "App/Program.cs"), "changed by a generator");
            }
        }

        (await repository.State()).ShouldBe(before);
    }

    [Fact]
    public async Task A_tree_that_is_gone_already_is_forgotten_by_git()
    {
        using var repository = await Changed();
        var before = await repository.State();
        var sources = await repository.Pair("HEAD~1");
        Directory.Delete(sources.Baseline.Path, recursive: true);
        File.Delete(Path.Combine(sources.Candidate.Path, ".git"));

        await sources.DisposeAsync();
        (await repository.State()).ShouldBe(before);
        repository.Said.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Ending_twice_or_without_a_repository_throws_nothing()
    {
        using var repository = await Changed();
        var sources = await repository.Pair("HEAD~1");
        Directory.Move(repository.At(".git"), repository.At("git-away"));
        await sources.DisposeAsync();
        await sources.DisposeAsync();
        Directory.Exists(sources.Candidate.Path).ShouldBeFalse();
    }

    [Fact]
    public async Task Cancelled_at_any_moment_it_leaves_nothing()
    {
        using var repository = await Changed();
        var before = await repository.State();
        for (var after = 25; after <= 800; after *= 2)
        {
            using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(after));
            try
            {
                await using var made = await repository.Pair("HEAD~1", ct: cancel.Token);
            }
            catch (OperationCanceledException)
            {
            }

            (await repository.State()).ShouldBe(before, $"cancelled after {after} ms");
        }
    }

    [Fact]
    public async Task Cancelled_while_the_second_tree_is_made_it_leaves_nothing_of_the_first()
    {
        using var repository = await Repository.WithACommit();
        var going = repository.Folder.File("going");
        await repository.Run("config", "filter.slow.smudge", $"touch '{going}'; sleep 60; cat");
        repository.Write(".gitattributes", "*.slow filter=slow\n");
        repository.Write("a.slow", "a");
        var before = await repository.State();
        using var cancel = new CancellationTokenSource();

        var making = repository.Pair("HEAD", ct: cancel.Token);
        while (!File.Exists(going) && !making.IsCompleted) await Task.Delay(10);
        File.Exists(repository.At("artifacts/run/side-a/App/Program.cs")).ShouldBeTrue();
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(making);
        (await repository.State()).ShouldBe(before);
        Directory.Exists(repository.At("artifacts/run")).ShouldBeFalse();
    }

    static async Task<Repository> Changed()
    {
        var repository = await Repository.WithACommit();
        repository.Write("App/Program.cs", "stashed");
        await repository.Run("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "stash", "--quiet");
        repository.Write("App/Program.cs", "two");
        await repository.Commit("second");
        repository.Write("App/Program.cs", "edited");
        repository.Write("App/New.cs", "untracked");
        repository.Write("App/Staged.cs", "staged");
        await repository.Run("add", "App/Staged.cs");
        return repository;
    }
}
