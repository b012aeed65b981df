using PerfGate.Gate.Paired.Sources;
using PerfGate.Gate.Runs;

namespace PerfGate.Gate.Tests.Paired.Sources;

public sealed class TakingSubmodules
{
    [Fact]
    public async Task Both_sides_get_the_commit_that_they_name_nested_ones_included_though_the_origin_is_gone()
    {
        using var repository = await WithALibrary();
        repository.Write("lib/Library.cs", "library two, not pushed");
        await CommitIn(repository, "lib");
        await repository.Commit("newer library");
        Directory.Move(repository.Folder.File("library"), repository.Folder.File("library-away"));
        Directory.Move(repository.Folder.File("inner"), repository.Folder.File("inner-away"));
        var before = await repository.State();

        await using (var sources = await repository.Pair("HEAD~1"))
        {
            Read(sources.Baseline, "lib/Library.cs").ShouldBe("library one");
            Read(sources.Candidate, "lib/Library.cs").ShouldBe("library two, not pushed");
            Read(sources.Baseline, "lib/inner/Inner.cs").ShouldBe("inner one");
            Read(sources.Candidate, "lib/inner/Inner.cs").ShouldBe("inner one");
        }

        (await repository.State()).ShouldBe(before);
        Directory.Exists(repository.At("artifacts/run")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_newer_commit_of_a_submodule_that_is_not_staged_is_in_the_candidate()
    {
        using var repository = await WithALibrary();
        repository.Write("lib/Library.cs", "library two");
        await CommitIn(repository, "lib");
        await using var sources = await repository.Pair("HEAD");
        (Read(sources.Baseline, "lib/Library.cs"), Read(sources.Candidate, "lib/Library.cs")).ShouldBe(("library one", "library two"));
        sources.Candidate.Dirty.ShouldBeTrue();
    }

    [Fact]
    public async Task Changes_in_a_submodule_are_refused_rather_than_left_out()
    {
        using var repository = await WithALibrary();
        repository.Write("lib/inner/Inner.cs", "edited");
        var error = await Should.ThrowAsync<GateException>(repository.Pair("HEAD"));
        error.Message.ShouldContain("Submodule lib has changes that are in no commit of its own");
        error.Message.ShouldContain($"git -C {repository.At("lib")} commit");
    }

    [Fact]
    public async Task What_the_checkout_does_without_both_sides_do_without()
    {
        using var repository = await WithALibrary();
        var clone = repository.Folder.File("clone");
        await repository.Run("clone", "--quiet", repository.Top, clone);
        await using var sources = await repository.Pair("HEAD", Path.Combine(clone, "artifacts/run"), clone);
        Directory.EnumerateFileSystemEntries(Path.Combine(sources.Candidate.Path, "lib")).ShouldBeEmpty();
        sources.IsSame.ShouldBeTrue();
    }

    [Fact]
    public async Task A_submodule_that_only_the_baseline_has_comes_from_what_git_kept_of_it()
    {
        using var repository = await WithALibrary();
        await repository.Run("rm", "--quiet", "lib");
        await repository.Commit("no library any more");
        await using var sources = await repository.Pair("HEAD~1");
        Read(sources.Baseline, "lib/Library.cs").ShouldBe("library one");
        Read(sources.Baseline, "lib/inner/Inner.cs").ShouldBe("inner one");
        Directory.Exists(Path.Combine(sources.Candidate.Path, "lib")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_submodule_that_only_the_baseline_has_and_nobody_kept_is_an_error()
    {
        using var repository = await WithALibrary();
        await repository.Run("rm", "--quiet", "lib");
        await repository.Commit("no library any more");
        var clone = repository.Folder.File("clone");
        await repository.Run("clone", "--quiet", repository.Top, clone);
        var error = await Should.ThrowAsync<GateException>(repository.Pair("HEAD~1", Path.Combine(clone, "artifacts/run"), clone));
        error.Message.ShouldContain("needs submodule lib");
        error.Message.ShouldContain("git submodule update --init --recursive");
        (await repository.RunIn(clone, "worktree", "list")).Split('\n').Length.ShouldBe(1);
    }

    // lib is a submodule with a submodule of its own, lib/inner.
    static async Task<Repository> WithALibrary()
    {
        var repository = await Repository.WithACommit();
        foreach (var (name, file) in new[] { ("inner", "Inner.cs"), ("library", "Library.cs") })
        {
            var folder = repository.Folder.File(name);
            Directory.CreateDirectory(folder);
            await repository.RunIn(folder, "init", "--quiet", "--initial-branch=main");
            await File.WriteAllTextAsync(Path.Combine(folder, file), $"{name} one");
            if (name == "library") await repository.RunIn(folder, "submodule", "--quiet", "add", repository.Folder.File("inner"), "inner");
            await CommitIn(repository, folder);
        }

        await repository.Run("submodule", "--quiet", "add", "--name", "The library", repository.Folder.File("library"), "lib");
        await repository.Run("submodule", "--quiet", "update", "--init", "--recursive");
        await repository.Commit("library");
        return repository;
    }

    static async Task CommitIn(Repository repository, string folder)
    {
        await repository.RunIn(repository.At(folder), "add", "--all");
        await repository.RunIn(repository.At(folder), "-c", "user.name=Ada", "-c", "user.email=ada@example.org", "commit", "--quiet", "-m", "change");
    }

    static string Read(SourceTree tree, string file) => File.ReadAllText(Path.Combine(tree.Path, file));
}
