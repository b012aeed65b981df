using PerfGate.Environments.Processes;

namespace PerfGate.Gate.Runs;

/// <summary>What git knows about the checkout that is tested.</summary>
/// <param name="Commit">The commit that is checked out; null outside a git checkout, or where git is missing.</param>
/// <param name="Branch">The branch that is checked out; null when detached or unknown.</param>
/// <param name="Dirty">Whether tracked files differ from the commit; null when unknown.</param>
public sealed record GitFacts(string? Commit, string? Branch, bool? Dirty)
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Asks git about a folder.</summary>
    public static async Task<GitFacts> Read(string root, TimeProvider time, CancellationToken ct)
    {
        var runner = new ProcessRunner(time);
        var commit = await Ask(runner, root, ct, "rev-parse", "HEAD");
        if (commit is null) return new GitFacts(null, null, null);
        var branch = await Ask(runner, root, ct, "symbolic-ref", "--quiet", "--short", "HEAD");
        var changes = await Ask(runner, root, ct, "status", "--porcelain", "--untracked-files=no");
        return new GitFacts(commit, branch, changes is null ? null : changes.Length > 0);
    }

    static async Task<string?> Ask(ProcessRunner runner, string root, CancellationToken ct, params string[] question)
    {
        try
        {
            var answer = await runner.RunAsync(new ProcessCommand("git", ["-C", root, .. question]) { Within = Limit }, ct);
            return answer.ExitCode == 0 ? answer.Output.Trim() : null;
        }
        catch (ProcessFailedException)
        {
            return null;
        }
    }
}
