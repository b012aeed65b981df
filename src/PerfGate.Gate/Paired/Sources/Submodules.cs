using PerfGate.Gate.Runs;

namespace PerfGate.Gate.Paired.Sources;

/// <summary>
/// Gives a worktree the submodules that the checkout has, nested ones included, from the checkout's own copies: without the
/// network, and without a word in the user's settings. What the checkout does without, a worktree does without.
/// </summary>
internal static class Submodules
{
    const string List = ".gitmodules";

    /// <summary>The submodules of a working tree, whether they are there or not; git is asked at its top.</summary>
    /// <exception cref="GateException">.gitmodules cannot be read.</exception>
    public static async Task<IReadOnlyList<Submodule>> OfAsync(Git git, CancellationToken ct)
    {
        var file = Path.Combine(git.Folder, List);
        if (!File.Exists(file)) return [];
        var answer = await git.RunAsync(ct, "config", "--file", file, "--get-regexp", @"^submodule\..*\.path$");
        // 1: there are none in it.
        if (answer.ExitCode > 1) throw git.Failure($"{file} cannot be read", answer, "Mend it, then run the command again.");
        return [.. answer.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Read)];
    }

    /// <summary>Makes sure that no submodule has changes of its own: a commit of the checkout could not hold them.</summary>
    /// <exception cref="GateException">One has.</exception>
    public static async Task RequireCommittedAsync(Checkout checkout, CancellationToken ct)
    {
        foreach (var submodule in await OfAsync(checkout.Git, ct))
        {
            var place = Path.Combine(checkout.Top, submodule.Path);
            if (!IsThere(place)) continue;
            var changes = await checkout.Git.In(place).RequireAsync(
                $"Submodule {submodule.Path} cannot be read", $"See that this answers: git -C {place} status", ct, "status", "--porcelain", "--ignore-submodules=none");
            if (changes.Length > 0)
                throw new GateException($"Submodule {submodule.Path} has changes that are in no commit of its own, and would be built without them:\n    {changes.Replace("\n", "\n    ", StringComparison.Ordinal)}\n  Commit them there (nothing need be pushed): git -C {place} commit");
        }
    }

    /// <summary>Fills a worktree of the checkout.</summary>
    /// <param name="checkout">Whose submodules are taken.</param>
    /// <param name="worktree">git at the top of the worktree.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="GateException">The worktree needs a submodule that the checkout does not have, or git cannot make it.</exception>
    public static async Task FillAsync(Checkout checkout, Git worktree, CancellationToken ct)
    {
        var known = await OfAsync(checkout.Git, ct);
        if (known.Count > 0 && !known.Any(submodule => IsThere(Path.Combine(checkout.Top, submodule.Path)))) return;
        await FillAsync(checkout.Git, await StoreAsync(checkout.Git, ct), worktree, ct);
    }

    // Level by level: the name of a submodule is its own within its repository only.
    static async Task FillAsync(Git from, string store, Git to, CancellationToken ct)
    {
        var known = await OfAsync(from, ct);
        foreach (var submodule in await OfAsync(to, ct))
        {
            var target = Path.Combine(to.Folder, submodule.Path);
            var source = from.In(Path.Combine(from.Folder, submodule.Path));
            var isThere = IsThere(source.Folder);
            // One that is listed and in no commit, or that the user does without.
            if (!Directory.Exists(target) || (!isThere && known.Contains(submodule))) continue;

            var own = isThere ? await StoreAsync(source, ct) : Path.Combine(store, "modules", submodule.Name);
            if (!Directory.Exists(own))
                throw new GateException($"{to.Folder} needs submodule {submodule.Path}, and the checkout {from.Folder} does not have it: {own} does not exist.\n  Check that commit out once with its submodules (git submodule update --init --recursive), then run the command again.");
            await UpdateAsync(to, submodule, own, ct);
            await FillAsync(source, own, to.In(target), ct);
        }
    }

    static async Task UpdateAsync(Git to, Submodule submodule, string own, CancellationToken ct)
    {
        var target = Path.Combine(to.Folder, submodule.Path);
        var what = $"Submodule {submodule.Path} cannot be taken from {own} into {to.Folder}";
        const string Next = "See that the checkout has the commit that it names (git submodule update --init --recursive), then run the command again.";
        var git = to.Set("protocol.file.allow=always", $"submodule.{submodule.Name}.url={own}", $"submodule.{submodule.Name}.active=true");
        var answer = await git.RunAsync(ct, "submodule", "update", "--checkout", "--", submodule.Path);
        if (answer.ExitCode != 0 || !IsThere(target)) throw to.Failure(what, answer, Next);
    }

    static async Task<string> StoreAsync(Git git, CancellationToken ct) => Path.GetFullPath(
        await git.RequireAsync($"The repository of {git.Folder} cannot be found", $"See that this answers: git -C {git.Folder} status", ct, "rev-parse", "--git-dir"),
        git.Folder);

    // A submodule that was never initialised is an empty folder.
    static bool IsThere(string place) => Path.Exists(Path.Combine(place, ".git"));

    static Submodule Read(string line)
    {
        const string First = "submodule.";
        const string Last = ".path ";
        var end = line.IndexOf(Last, First.Length, StringComparison.Ordinal);
        return new Submodule(line[First.Length..end], line[(end + Last.Length)..]);
    }
}
