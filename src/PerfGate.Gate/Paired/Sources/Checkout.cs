using PerfGate.Gate.Runs;

namespace PerfGate.Gate.Paired.Sources;

/// <summary>The user's checkout. It is read, and never written to.</summary>
/// <param name="Git">git at its top.</param>
/// <param name="Root">What the user calls its root: the top, or a folder in it.</param>
/// <param name="Prefix">The root as seen from the top, with a slash at its end; empty for the top itself.</param>
/// <param name="Head">The whole id of the commit that is checked out.</param>
internal sealed record Checkout(Git Git, string Root, string Prefix, string Head)
{
    /// <summary>Its top, absolute.</summary>
    public string Top => Git.Folder;

    /// <summary>Looks at a folder of a checkout.</summary>
    /// <param name="git">git in that folder.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="GateException">There is no git, no checkout, or no commit in it.</exception>
    public static async Task<Checkout> OpenAsync(Git git, CancellationToken ct)
    {
        var root = git.Folder;
        if (!Directory.Exists(root))
            throw new GateException($"The folder {root} does not exist, so there is nothing to compare.\n  Run the command in a git checkout.");
        await git.RequireInstalledAsync(ct);

        var place = await git.RunAsync(ct, "rev-parse", "--show-toplevel", "--show-prefix");
        if (place.ExitCode != 0 && place.Tail.Contains("not a git repository", StringComparison.Ordinal))
            throw new GateException($"{root} is in no git repository, and a paired session takes both of its source trees from git.\n  Run the command in a clone. To start with a new repository: git init, git add -A, git commit");
        if (place.ExitCode != 0)
            throw git.Failure($"{root} is no git checkout that can be read", place, "Do as git says, or run the command in a checkout.");

        var lines = place.Output.Split('\n');
        var top = git.In(Path.GetFullPath(lines[0]));
        var head = await top.AskAsync(ct, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
            ?? throw new GateException($"The git repository {top.Folder} has no commit yet, so there is nothing to compare with.\n  Make one: git add -A && git commit");
        return new Checkout(top, root, lines.ElementAtOrDefault(1) ?? "", head);
    }

    /// <summary>The same folder in another worktree.</summary>
    public string RootIn(string worktree) => Prefix.Length == 0 ? worktree : Path.Combine(worktree, Path.TrimEndingDirectorySeparator(Prefix));

    /// <summary>
    /// The folder as a path below the top, with a slash at its end, when git would take what is in it for the user's work: it
    /// is inside the checkout, and not ignored. Else null.
    /// </summary>
    public async Task<string?> UnignoredAsync(string folder, CancellationToken ct)
    {
        // 0: ignored; 1: not ignored; 128: elsewhere.
        if ((await Git.RunAsync(ct, "check-ignore", "--quiet", "--", folder)).ExitCode != 1) return null;
        var place = await Git.In(folder).AskAsync(ct, "rev-parse", "--show-toplevel", "--show-prefix");
        var lines = place?.Split('\n') ?? [];
        return lines.Length == 2 && lines[1].Length > 0 && Path.GetFullPath(lines[0]) == Top ? lines[1] : null;
    }
}
