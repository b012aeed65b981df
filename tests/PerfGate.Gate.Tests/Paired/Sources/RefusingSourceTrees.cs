using PerfGate.Environments.Processes;
using PerfGate.Gate.Paired.Sources;
using PerfGate.Gate.Runs;

namespace PerfGate.Gate.Tests.Paired.Sources;

public sealed class RefusingSourceTrees
{
    [Fact]
    public async Task Without_git_it_says_what_to_install()
    {
        using var folder = new TempFolder();
        var runner = new ProcessRunner(TimeProvider.System) { Ambient = new Dictionary<string, string>(StringComparer.Ordinal) { ["PATH"] = folder.Path } };
        var error = await Should.ThrowAsync<GateException>(PairedSources.CreateAsync(new Git(runner, folder.Path), "HEAD", folder.File("run"), _ => { }, default));
        error.Message.ShouldContain("'git' was not found");
        error.Message.ShouldContain("Install git and put it on PATH");
    }

    [Fact]
    public async Task A_folder_outside_of_any_repository_is_named()
    {
        using var repository = await Repository.WithACommit();
        var error = await Refused(repository, "HEAD", root: repository.Folder.Path);
        error.ShouldContain($"{repository.Folder.Path} is in no git repository");
        error.ShouldContain("git init");
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_named()
    {
        using var repository = await Repository.WithACommit();
        (await Refused(repository, "HEAD", root: repository.At("nowhere"))).ShouldContain($"The folder {repository.At("nowhere")} does not exist");
    }

    [Fact]
    public async Task A_repository_without_a_checkout_is_told_in_gits_own_words()
    {
        using var repository = await Repository.WithACommit();
        (await Refused(repository, "HEAD", root: repository.At(".git"))).ShouldContain("must be run in a work tree");
    }

    [Fact]
    public async Task A_repository_without_a_commit_says_how_to_make_one()
    {
        using var repository = await Repository.Empty();
        var error = await Refused(repository, "HEAD");
        error.ShouldContain($"{repository.Top} has no commit yet");
        error.ShouldContain("git add -A && git commit");
    }

    [Theory]
    [InlineData("nothing", "git log --oneline, git branch --all, git tag")]
    [InlineData("HEAD~20", "git log --oneline")]
    [InlineData("^main", "git log --oneline")]
    [InlineData("main..main", "git log --oneline")]
    [InlineData("HEAD:App", "git log --oneline")]
    [InlineData("0123456789012345678901234567890123456789", "git log --oneline")]
    public async Task What_is_no_commit_is_named_with_where_to_look(string against, string next)
    {
        using var repository = await Repository.WithACommit();
        var error = await Refused(repository, against);
        error.ShouldContain($"--against={against} is no commit that git knows in {repository.Top}");
        error.ShouldContain(next);
        error.ShouldNotContain("fetch");
    }

    [Theory]
    [InlineData("origin/feature/x", "git fetch origin feature/x")]
    [InlineData("origin/feature~2", "git fetch origin feature")]
    [InlineData("team/main", "git fetch team main")]
    [InlineData("v9", "git fetch --tags origin v9, then --against=v9 for a tag or commit, --against=origin/v9 for a branch")]
    public async Task What_a_remote_may_have_is_to_be_fetched(string against, string next)
    {
        using var repository = await Repository.WithACommit();
        await repository.Run("remote", "add", "origin", "https://example.org/one.git");
        await repository.Run("remote", "add", "team", "https://example.org/two.git");
        (await Refused(repository, against)).ShouldEndWith(next);
    }

    [Theory]
    [InlineData("--all")]
    [InlineData("-n1")]
    public async Task A_name_that_git_would_take_for_an_option_is_refused(string against)
    {
        using var repository = await Repository.WithACommit();
        (await Refused(repository, against)).ShouldContain($"--against={against} names no commit: no name in git starts with '-'");
    }

    [Fact]
    public async Task An_empty_name_is_refused()
    {
        using var repository = await Repository.WithACommit();
        (await Refused(repository, " ")).ShouldContain("--against names no commit");
    }

    [Fact]
    public async Task A_shallow_clone_without_the_commit_says_how_to_deepen_it()
    {
        using var repository = await Repository.WithACommit();
        await repository.Commit("second");
        var clone = repository.Folder.File("clone");
        await repository.Run("clone", "--quiet", "--depth=1", $"file://{repository.Top}", clone);
        var error = await Refused(repository, "HEAD~1", root: clone, folder: Path.Combine(clone, "artifacts/run"));
        error.ShouldContain("--against=HEAD~1 is no commit");
        error.ShouldContain("git fetch --unshallow");
        error.ShouldContain("fetch-depth: 0");
    }

    [Fact]
    public async Task A_worktree_that_git_cannot_make_is_told_in_gits_own_words()
    {
        using var repository = await Repository.WithACommit();
        File.WriteAllText(repository.At(".git/worktrees"), "no folder");
        var error = await Refused(repository, "HEAD");
        error.ShouldContain($"The worktree {repository.At("artifacts/run/side-a")} of commit");
        error.ShouldContain("fatal:");
        error.ShouldContain("df -h");
    }

    [Fact]
    public async Task When_the_second_tree_cannot_be_made_nothing_is_left_of_the_first()
    {
        using var repository = await Repository.WithACommit();
        await repository.Run("config", "filter.broken.smudge", "false");
        await repository.Run("config", "filter.broken.required", "true");
        await repository.Run("config", "filter.broken.clean", "cat");
        repository.Write(".gitattributes", "*.broken filter=broken\n");
        repository.Write("a.broken", "a");
        var before = await repository.State();

        var error = await Refused(repository, "HEAD");
        error.ShouldContain("side-b");
        error.ShouldContain("smudge filter broken failed");
        (await repository.State()).ShouldBe(before);
        Directory.Exists(repository.At("artifacts/run")).ShouldBeFalse();
    }

    [Fact]
    public async Task What_lies_where_a_tree_goes_is_kept()
    {
        using var repository = await Repository.WithACommit();
        repository.Write("artifacts/run/side-b/precious.txt", "kept");
        var before = await repository.State();
        (await Refused(repository, "HEAD")).ShouldContain($"There is something at {repository.At("artifacts/run/side-b")} already");
        (await repository.State()).ShouldBe(before);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        using var repository = await Repository.WithACommit();
        repository.Write("artifacts/file", "");
        (await Refused(repository, "HEAD", folder: repository.At("artifacts/file"))).ShouldContain("--artifacts=FOLDER");
    }

    [Fact]
    public async Task A_baseline_without_the_root_says_which_commits_have_it()
    {
        using var repository = await Repository.WithACommit();
        repository.Write("Later/Program.cs", "new");
        await repository.Commit("second");
        var before = await repository.State();
        var error = await Refused(repository, "HEAD~1", root: repository.At("Later"));
        error.ShouldContain("has no folder Later/");
        error.ShouldContain("git log --oneline -- ");
        (await repository.State()).ShouldBe(before);
    }

    [Fact]
    public async Task A_change_that_git_cannot_read_is_told_in_gits_own_words()
    {
        using var repository = await Repository.WithACommit();
        Directory.CreateDirectory(repository.At("nested"));
        await repository.RunIn(repository.At("nested"), "init", "--quiet");
        var error = await Refused(repository, "HEAD");
        error.ShouldContain("does not have a commit checked out");
        error.ShouldContain(".gitignore");
    }

    static async Task<string> Refused(Repository repository, string against, string? folder = null, string? root = null) =>
        (await Should.ThrowAsync<GateException>(repository.Pair(against, folder, root))).Message;
}
