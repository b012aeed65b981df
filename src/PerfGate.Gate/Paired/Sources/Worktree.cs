using PerfGate.Gate.Runs;

namespace PerfGate.Gate.Paired.Sources;

/// <summary>A worktree of ours, from before it is made until nothing is left of it.</summary>
/// <param name="git">git at the top of the checkout.</param>
/// <param name="path">Where it is.</param>
internal sealed class Worktree(Git git, string path)
{
    const int Tries = 5;
    const string Next = "Mend that (the disk's room: df -h), then run the command again.";

    /// <summary>git at its top.</summary>
    public Git Git { get; } = git.In(path);

    /// <summary>Makes it.</summary>
    /// <exception cref="GateException">git cannot.</exception>
    public async Task AddAsync(string commit, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        await EnterAsync(commit);
        await Git.RequireAsync(What(commit), Next, ct, "reset", "--hard", "--quiet");
    }

    /// <summary>
    /// Removes it, also when it was only half made. By name, never by "git worktree prune", which would forget worktrees of
    /// the user's that are away for now, and could hit one that another session is just making.
    /// </summary>
    /// <returns>Why something of it is left; null when nothing is.</returns>
    public async Task<string?> RemoveAsync()
    {
        try
        {
            // Twice forced: one that is half made is locked.
            string[] remove = ["worktree", "remove", "--force", "--force", path];
            var answer = await git.RunAsync(CancellationToken.None, remove);
            if (!Directory.Exists(path)) return null;

            // Not one that git knows, or it could not delete all of it. Without its folder it forgets it without a question.
            Directory.Delete(path, recursive: true);
            await git.RunAsync(CancellationToken.None, remove);
            return null;
        }
        catch (Exception e) when (e is GateException or IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }
    // Without files this is a matter of milliseconds, and it is not cancelled: killed in the middle, git would leave an entry
    // that has no name yet.
    async Task EnterAsync(string commit)
    {
        for (var left = Tries; ; left--)
        {
            var answer = await git.RunAsync(CancellationToken.None, "worktree", "add", "--no-checkout", "--detach", "--force", path, commit);
            if (answer.ExitCode == 0) return;
            // Another session ended just now, and with the last worktree goes the folder that git keeps them in.
            if (left > 1 && answer.Tail.Contains("could not create directory of", StringComparison.Ordinal)) continue;
            throw git.Failure(What(commit), answer, Next);
        }
    }

    string What(string commit) => $"The worktree {path} of commit {commit[..10]} cannot be made";
}
