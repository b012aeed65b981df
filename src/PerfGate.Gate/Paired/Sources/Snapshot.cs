using PerfGate.Gate.Runs;

namespace PerfGate.Gate.Paired.Sources;

/// <summary>
/// The checkout as it is, as a commit: staged, unstaged and untracked changes included, ignored files not. Made beside the
/// user's index, working tree, stash and references, none of which it touches; what stays behind are objects without a
/// reference, which git collects in time.
/// </summary>
/// <param name="Commit">The commit to check out.</param>
/// <param name="Dirty">Whether it differs from HEAD; else it is HEAD.</param>
internal sealed record Snapshot(string Commit, bool Dirty)
{
    const string Name = "PerfGate";
    const string Address = "perfgate@localhost";

    /// <summary>Takes one.</summary>
    /// <param name="checkout">Of what.</param>
    /// <param name="folder">The session's own folder: not part of it, wherever it is.</param>
    /// <param name="say">Told what is left out.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="GateException">git cannot read or keep the changes.</exception>
    public static async Task<Snapshot> TakeAsync(Checkout checkout, string folder, Action<string> say, CancellationToken ct)
    {
        var own = await checkout.UnignoredAsync(folder, ct);
        var place = Made();
        try
        {
            var index = Path.Combine(place, "index");
            await CopyIndexAsync(checkout, index, ct);
            var git = checkout.Git.With(("GIT_INDEX_FILE", index));
            string[] all = own is null ? ["."] : [".", $":(top,exclude,literal){Path.TrimEndingDirectorySeparator(own)}"];
            await git.RequireAsync(
                $"The changes in {checkout.Top} cannot be read",
                "Mend that, or let git ignore the file (.gitignore), then run the command again.",
                ct,
                ["add", "--all", "--", .. all]);
            await LeaveOutRepositoriesAsync(git, say, ct);
            return await CommitAsync(checkout, git, ct);
        }
        finally
        {
            Forget(place);
        }
    }

    static async Task<Snapshot> CommitAsync(Checkout checkout, Git git, CancellationToken ct)
    {
        const string Next = "Mend that, or commit the changes, then run the command again.";
        var tree = await git.RequireAsync("The changes cannot be kept", Next, ct, "write-tree");
        if (tree == await git.AskAsync(ct, "rev-parse", "--verify", "--quiet", $"{checkout.Head}^{{tree}}")) return new Snapshot(checkout.Head, Dirty: false);

        // The date of HEAD: the same changes are the same commit, whenever it is made.
        var header = await git.RequireAsync("HEAD cannot be read", Next, ct, "cat-file", "commit", checkout.Head);
        var date = header.Split('\n').First(line => line.StartsWith("committer ", StringComparison.Ordinal)).Split('>')[^1].Trim();
        var author = git.With(
            ("GIT_AUTHOR_NAME", Name), ("GIT_AUTHOR_EMAIL", Address), ("GIT_AUTHOR_DATE", date),
            ("GIT_COMMITTER_NAME", Name), ("GIT_COMMITTER_EMAIL", Address), ("GIT_COMMITTER_DATE", date));
        var commit = await author.RequireAsync(
            "The changes cannot be kept", Next, ct, "commit-tree", tree, "-p", checkout.Head, "-m", "This checkout, changes that are in no commit included");
        return new Snapshot(commit, Dirty: true);
    }

    // git knows by size and time of a file whether it may have changed since; a file as young as the index is read again. A
    // copy that is younger than the index would hide such a file's change.
    static async Task CopyIndexAsync(Checkout checkout, string copy, CancellationToken ct)
    {
        var answer = await checkout.Git.RequireAsync("The index cannot be found", "See that this answers: git status", ct, "rev-parse", "--git-path", "index");
        var index = Path.GetFullPath(answer, checkout.Top);
        try
        {
            // Without an index, after a clone without a checkout, say, every file is untracked.
            if (!File.Exists(index)) return;
            var written = File.GetLastWriteTimeUtc(index);
            File.Copy(index, copy);
            File.SetLastWriteTimeUtc(copy, written);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GateException($"The index {index} cannot be copied to {copy}: {e.Message}\n  Mend that, then run the command again.", e);
        }
    }

    // A repository that lies in the checkout and is no submodule, another worktree, say: git keeps of it a commit's id alone.
    static async Task LeaveOutRepositoriesAsync(Git git, Action<string> say, CancellationToken ct)
    {
        var added = await git.AskAsync(ct, "diff-index", "--cached", "--diff-filter=A", "HEAD") ?? "";
        var submodules = (await Submodules.OfAsync(git, ct)).Select(submodule => submodule.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var line in added.Split('\n').Where(line => line.StartsWith(":000000 160000 ", StringComparison.Ordinal)))
        {
            var path = line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..];
            if (submodules.Contains(path)) continue;
            await git.RequireAsync($"The repository {path} cannot be left out", "Let git ignore it (.gitignore).", ct, "update-index", "--force-remove", "--", path);
            say($"Left out: {path} is a git repository of its own, and no submodule.");
        }
    }

    static string Made()
    {
        try
        {
            return Directory.CreateTempSubdirectory("perfgate-index-").FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GateException($"There is no place for a copy of the index: {e.Message}\n  Make room in {Path.GetTempPath()}, then run the command again.", e);
        }
    }

    static void Forget(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A small file in the folder for such files.
        }
    }
}
