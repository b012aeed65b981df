using PerfGate.Gate.Paired.Sources;
using PerfGate.Gate.Runs;

namespace PerfGate.Gate.Tests.Paired.Sources;

public sealed class FindingTheMergeBase
{
    [Fact]
    public async Task It_is_where_the_work_left_the_branch()
    {
        using var repository = await Repository.WithACommit();
        var left = await repository.Run("rev-parse", "HEAD");
        await repository.Run("checkout", "--quiet", "-b", "work");
        await repository.Commit("work");
        await repository.Run("checkout", "--quiet", "main");
        await repository.Commit("others' work");
        await repository.Run("checkout", "--quiet", "work");

        (await MergeBase(repository, "main")).ShouldBe(left);
        (await PairedSources.MergeBaseAsync(repository.At("App"), "main", TimeProvider.System, CancellationToken.None)).ShouldBe(left);
    }

    [Theory]
    [InlineData("main")]
    [InlineData("origin/main")]
    public async Task A_branch_that_only_origin_has_will_do(string branch)
    {
        using var repository = await Repository.WithACommit();
        var left = await repository.Run("rev-parse", "HEAD");
        await repository.Run("update-ref", "refs/remotes/origin/main", "HEAD");
        await repository.Run("checkout", "--quiet", "--detach");
        await repository.Run("branch", "--quiet", "-D", "main");
        await repository.Commit("work");
        (await MergeBase(repository, branch)).ShouldBe(left);
    }

    [Fact]
    public async Task The_local_branch_comes_first()
    {
        using var repository = await Repository.WithACommit();
        await repository.Run("update-ref", "refs/remotes/origin/main", "HEAD");
        var second = await repository.Commit("second");
        await repository.Run("checkout", "--quiet", "-b", "work");
        (await MergeBase(repository, "main")).ShouldBe(second);
    }

    [Fact]
    public async Task A_tag_is_no_branch()
    {
        using var repository = await Repository.WithACommit();
        await repository.Run("tag", "v1");
        var error = await Should.ThrowAsync<GateException>(MergeBase(repository, "v1"));
        error.Message.ShouldContain("There is no merge base with 'v1'");
        error.Message.ShouldContain("git fetch origin v1");
    }

    [Theory]
    [InlineData("-x")]
    [InlineData("")]
    public async Task What_can_be_no_branch_is_refused(string branch)
    {
        using var repository = await Repository.WithACommit();
        (await Should.ThrowAsync<GateException>(MergeBase(repository, branch))).Message.ShouldContain($"'{branch}' is no name of a branch");
    }

    [Fact]
    public async Task Histories_without_a_common_commit_have_none()
    {
        using var repository = await Repository.WithACommit();
        await repository.Run("checkout", "--quiet", "--orphan", "other");
        await repository.Commit("another beginning");
        var error = await Should.ThrowAsync<GateException>(MergeBase(repository, "main"));
        error.Message.ShouldContain("have no commit in common: their histories are two");
        error.Message.ShouldContain("--against=REF");
    }

    [Fact]
    public async Task A_shallow_clone_says_how_to_deepen_it()
    {
        using var repository = await Repository.WithACommit();
        await repository.Run("checkout", "--quiet", "-b", "work");
        await repository.Commit("work");
        await repository.Run("checkout", "--quiet", "main");
        await repository.Commit("others' work");
        var clone = repository.Folder.File("clone");
        await repository.Run("clone", "--quiet", "--depth=1", "--branch=work", $"file://{repository.Top}", clone);

        var missing = await Should.ThrowAsync<GateException>(MergeBase(repository, "main", clone));
        missing.Message.ShouldContain("shallow clone, and has that branch neither as its own nor as origin's");
        missing.Message.ShouldContain("git fetch --unshallow");
        missing.Message.ShouldContain("fetch-depth: 0");

        await repository.RunIn(clone, "fetch", "--quiet", "--depth=1", "origin", "main:refs/remotes/origin/main");
        var apart = await Should.ThrowAsync<GateException>(MergeBase(repository, "main", clone));
        apart.Message.ShouldContain("have no commit in common here");
        apart.Message.ShouldContain("git fetch --unshallow");

        await repository.RunIn(clone, "fetch", "--quiet", "--unshallow", "origin", "main:refs/remotes/origin/main", "work");
        (await MergeBase(repository, "main", clone)).ShouldBe(await repository.Run("merge-base", "main", "work"));
    }

    static async Task<string> MergeBase(Repository repository, string branch, string? root = null) => await Commits.MergeBaseAsync(
        await Checkout.OpenAsync(repository.GitIn(root ?? repository.Top), CancellationToken.None), branch, CancellationToken.None);
}
