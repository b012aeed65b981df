using PerfGate.Gate.Runs;

namespace PerfGate.Gate.Paired.Sources;

/// <summary>
/// The source trees of a paired session: two git worktrees with paths of equal length, so that neither side profits from its
/// path, from what earlier builds left behind, or from files that git ignores.
/// </summary>
/// <remarks>
/// The user's checkout is read only: its index, working tree, stash, references, hooks and its other worktrees stay as they
/// are. Submodules come from the checkout's own copies (see <see cref="Submodules"/>): those that it does without, both sides do
/// without; one that has changes in no commit of its own is an error. Several sessions can have their trees at once. A
/// process that is killed leaves its worktrees behind: git forgets them with "git worktree prune" once their folder is deleted.
/// </remarks>
internal sealed class PairedSources : IAsyncDisposable
{
    const string ThisCheckout = "this checkout";

    // Equal in length, on purpose.
    const string BaselineName = "side-a";
    const string CandidateName = "side-b";

    readonly Action<string> say;
    readonly List<Worktree> worktrees = [];
    readonly SourcesFolder folder;

    PairedSources(SourceTree baseline, SourceTree candidate, bool isSame, SourcesFolder folder, Action<string> say)
    {
        this.folder = folder;
        Baseline = baseline;
        Candidate = candidate;
        IsSame = isSame;
        this.folder = folder;
        this.say = say;
    }

    /// <summary>What the candidate is compared with.</summary>
    public SourceTree Baseline { get; }

    /// <summary>What is judged.</summary>
    public SourceTree Candidate { get; }

    /// <summary>Whether both sides hold the same files, as in a calibration: then there is no change to find.</summary>
    public bool IsSame { get; }

    /// <summary>Makes both.</summary>
    /// <param name="root">The checkout, or a folder in it; the paths of both sides are the same folder in their worktrees.</param>
    /// <param name="against">
    /// The baseline: a branch, a tag, a commit, or an expression such as HEAD~1; null for the candidate itself, as a calibration
    /// has it.
    /// </param>
    /// <param name="folder">Where the worktrees go, made if need be: the run's own folder.</param>
    /// <param name="time">The clock for limits.</param>
    /// <param name="say">Told what the sides are, and what is left out of them.</param>
    /// <param name="ct">Ends it; nothing is left behind then.</param>
    /// <exception cref="GateException">There is no git, no checkout, no such commit, or no room. Nothing is left behind.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Task<PairedSources> CreateAsync(
        string root, string? against, string folder, TimeProvider time, Action<string> say, CancellationToken ct) =>
        CreateAsync(Git.At(Path.GetFullPath(root), time), against, Path.GetFullPath(folder), say, ct);

    /// <summary>The same with a git of one's own, asked in the root.</summary>
    internal static async Task<PairedSources> CreateAsync(Git git, string? against, string folder, Action<string> say, CancellationToken ct)
    {
        var checkout = await Checkout.OpenAsync(git, ct);
        var found = against is null ? null : await Commits.FindAsync(checkout, against, ct);
        await Submodules.RequireCommittedAsync(checkout, ct);
        var own = await SourcesFolder.TakeAsync(folder, ct);
        try
        {
            return await CreateAsync(checkout, found, against, own, say, ct);
        }
        catch
        {
            own.Dispose();
            throw;
        }
    }

    static async Task<PairedSources> CreateAsync(Checkout checkout, string? found, string? against, SourcesFolder own, Action<string> say, CancellationToken ct)
    {
        var snapshot = await Snapshot.TakeAsync(checkout, own.Path, say, ct);
        var baseline = found is null ? snapshot : new Snapshot(found, Dirty: false);
        var same = await TreeAsync(checkout, baseline, ct) == await TreeAsync(checkout, snapshot, ct);

        var (left, right) = (Path.Combine(own.Path, BaselineName), Path.Combine(own.Path, CandidateName));
        var sources = new PairedSources(
            new SourceTree(checkout.RootIn(left), against ?? ThisCheckout, baseline.Dirty ? checkout.Head : baseline.Commit, baseline.Dirty),
            new SourceTree(checkout.RootIn(right), ThisCheckout, snapshot.Dirty ? checkout.Head : snapshot.Commit, snapshot.Dirty),
            same,
            own,
            say);
        try
        {
            await sources.AddAsync(checkout, left, baseline.Commit, sources.Baseline, ct);
            await sources.AddAsync(checkout, right, snapshot.Commit, sources.Candidate, ct);
        }
        catch
        {
            await sources.DisposeAsync();
            throw;
        }

        say($"Baseline: {Said(sources.Baseline)}. Candidate: {Said(sources.Candidate)}.{(same ? " Both are the same." : "")}");
        return sources;
    }

    /// <summary>Where the work on HEAD left a branch: the newest commit that both have, as its whole id.</summary>
    /// <param name="root">The checkout, or a folder in it.</param>
    /// <param name="branch">The branch's name: a local one, or else one of origin.</param>
    /// <param name="time">The clock for limits.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="GateException">There is no git, no checkout, no such branch, or nothing that both have.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static async Task<string> MergeBaseAsync(string root, string branch, TimeProvider time, CancellationToken ct) =>
        await Commits.MergeBaseAsync(await Checkout.OpenAsync(Git.At(Path.GetFullPath(root), time), ct), branch, ct);

    /// <summary>The commit that a name stands for.</summary>
    /// <exception cref="GateException">There is no git, no checkout, or no such commit.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static async Task<string> FindAsync(string root, string reference, TimeProvider time, CancellationToken ct) =>
        await Commits.FindAsync(await Checkout.OpenAsync(Git.At(Path.GetFullPath(root), time), ct), reference, ct);

    /// <summary>Removes what sessions that were killed left: worktrees whose owner is gone.</summary>
    /// <param name="root">The checkout.</param>
    /// <param name="artifacts">Where runs leave their files: a folder for each suite, in it one for each run.</param>
    /// <param name="name">What a run calls the folder of its sources.</param>
    /// <param name="time">The clock for limits.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>The folders that were removed.</returns>
    public static async Task<IReadOnlyList<string>> SweepAsync(string root, string artifacts, string name, TimeProvider time, CancellationToken ct)
    {
        var removed = new List<string>();
        foreach (var place in SourcesFolder.In(artifacts, name))
        {
            if (await SourcesFolder.TryTakeAsync(place, ct) is not { } abandoned) continue;
            foreach (var side in new[] { BaselineName, CandidateName })
                await new Worktree(Git.At(Path.GetFullPath(root), time), Path.Combine(place, side)).RemoveAsync();
            abandoned.Dispose();
            removed.Add(place);
        }

        return removed;
    }

    /// <summary>Removes both worktrees, and says what could not be removed. Throws nothing; a second time does nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var worktree in worktrees.AsEnumerable().Reverse())
        {
            if (await worktree.RemoveAsync() is { } why)
                say($"The worktree {worktree.Git.Folder} is not wholly removed: {why}\n  Remove it: git worktree remove --force --force {worktree.Git.Folder}");
        }

        worktrees.Clear();
        folder.Dispose();
    }

    async Task AddAsync(Checkout checkout, string path, string commit, SourceTree tree, CancellationToken ct)
    {
        if (Path.Exists(path))
            throw new GateException($"There is something at {path} already, where a source tree of this session goes.\n  Delete it if it is left over from a session that was killed (git worktree remove --force --force {path}), or choose another folder.");
        var worktree = new Worktree(checkout.Git, path);
        worktrees.Add(worktree);
        await worktree.AddAsync(commit, ct);
        if (!Directory.Exists(tree.Path))
            throw new GateException($"{tree.Reference} (commit {tree.Commit[..10]}) has no folder {checkout.Prefix}, which is what would be built.\n  Name a commit that has it with --against=REF: git log --oneline -- {checkout.Root}");
        await Submodules.FillAsync(checkout, worktree.Git, ct);
    }

    static Task<string> TreeAsync(Checkout checkout, Snapshot side, CancellationToken ct) => checkout.Git.RequireAsync(
        $"Commit {side.Commit} cannot be read", "Mend the repository: git fsck", ct, "rev-parse", "--verify", $"{side.Commit}^{{tree}}");

    static string Said(SourceTree tree) => $"{tree.Reference} ({tree.Commit[..10]}{(tree.Dirty ? " with changes that are in no commit" : "")})";
}
