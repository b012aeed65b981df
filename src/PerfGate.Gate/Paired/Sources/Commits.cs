using System.Buffers;
using PerfGate.Gate.Runs;

namespace PerfGate.Gate.Paired.Sources;

/// <summary>Finds commits by what people call them.</summary>
internal static class Commits
{
    const string Unshallow = "Fetch the rest: git fetch --unshallow --tags. In GitHub Actions: fetch-depth: 0 under 'with' of actions/checkout.";

    static readonly SearchValues<char> Steps = SearchValues.Create("~^@:{ ");

    /// <summary>The whole id of a commit.</summary>
    /// <param name="checkout">Where.</param>
    /// <param name="reference">A branch, a tag, a commit, or an expression such as HEAD~1.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="GateException">There is none.</exception>
    public static async Task<string> FindAsync(Checkout checkout, string reference, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reference))
            throw new GateException("--against names no commit: it is empty.\n  Name one: --against=HEAD~1, --against=origin/main, --against=v1.2.0");
        // git would take it for an option. Refused here rather than by --end-of-options, which old versions do not know.
        if (reference.StartsWith('-'))
            throw new GateException($"--against={reference} names no commit: no name in git starts with '-'.\n  Name one: --against=HEAD~1, --against=origin/main, --against=v1.2.0");

        return await LookAsync(checkout.Git, reference, ct) ?? throw await UnknownAsync(checkout, reference, ct);
    }

    /// <summary>Where the work on HEAD left a branch: the newest commit that both have.</summary>
    /// <param name="checkout">Where.</param>
    /// <param name="branch">The branch's name: a local one, or else one of origin.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="GateException">There is no such branch, or nothing that both have.</exception>
    public static async Task<string> MergeBaseAsync(Checkout checkout, string branch, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(branch) || branch.StartsWith('-'))
            throw new GateException($"'{branch}' is no name of a branch, so there is no merge base with it.\n  Name a branch, such as main, or a commit: --against=REF");

        var tip = await LookAsync(checkout.Git, $"refs/heads/{branch}", ct)
            ?? await LookAsync(checkout.Git, $"refs/remotes/origin/{branch}", ct)
            ?? await LookAsync(checkout.Git, $"refs/remotes/{branch}", ct);
        var shallow = await IsShallowAsync(checkout.Git, ct);
        if (tip is null)
        {
            throw new GateException(shallow
                ? $"There is no merge base with '{branch}': {checkout.Top} is a shallow clone, and has that branch neither as its own nor as origin's.\n  {Unshallow}"
                : $"There is no merge base with '{branch}': {checkout.Top} has that branch neither as its own nor as origin's.\n  Fetch it: git fetch origin {Plain(branch, "origin")}. Or name a commit: --against=REF");
        }

        // 1 without a word: there is none.
        var answer = await checkout.Git.RunAsync(ct, "merge-base", checkout.Head, tip);
        if (answer.ExitCode == 0 && IsId(answer.Output)) return answer.Output;
        throw answer.ExitCode != 1 ? checkout.Git.Failure($"The merge base of HEAD and '{branch}' cannot be found", answer, "Mend that, or name a commit: --against=REF")
            : new GateException(shallow
                ? $"HEAD ({checkout.Head[..10]}) and '{branch}' ({tip[..10]}) have no commit in common here: {checkout.Top} is a shallow clone, which lacks the older ones.\n  {Unshallow}"
                : $"HEAD ({checkout.Head[..10]}) and '{branch}' ({tip[..10]}) have no commit in common: their histories are two.\n  Name the commit to compare with: --against=REF");
    }

    static async Task<string?> LookAsync(Git git, string reference, CancellationToken ct) =>
        await git.AskAsync(ct, "rev-parse", "--verify", "--quiet", $"{reference}^{{commit}}") is { } id && IsId(id) ? id : null;

    // An exclusion such as ^main is answered as well, with its caret.
    static bool IsId(string text) => text.Length is 40 or 64 && text.All(char.IsAsciiHexDigitLower);

    static async Task<GateException> UnknownAsync(Checkout checkout, string reference, CancellationToken ct)
    {
        var what = $"--against={reference} is no commit that git knows in {checkout.Top}";
        if (await IsShallowAsync(checkout.Git, ct)) return new GateException($"{what}, which is a shallow clone: it lacks the older ones.\n  {Unshallow}");

        var remotes = (await checkout.Git.AskAsync(ct, "remote") ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (Array.Find(remotes, name => reference.StartsWith($"{name}/", StringComparison.Ordinal)) is { } remote)
            return new GateException($"{what}.\n  Fetch it: git fetch {remote} {Plain(reference, remote)}");

        const string See = "See what there is: git log --oneline, git branch --all, git tag";
        return new GateException(Array.IndexOf(remotes, "origin") < 0 || Plain(reference, "origin") != reference
            ? $"{what}.\n  {See}"
            : $"{what}.\n  {See}\n  If only origin has it: git fetch --tags origin {reference}, then --against={reference} for a tag or commit, --against=origin/{reference} for a branch");
    }

    // What a remote would call it: without the remote's name, and without steps from it (~1, ^2, @{1}).
    static string Plain(string reference, string remote)
    {
        var name = reference.StartsWith($"{remote}/", StringComparison.Ordinal) ? reference[(remote.Length + 1)..] : reference;
        var end = name.AsSpan().IndexOfAny(Steps);
        return end < 0 ? name : name[..end];
    }

    static async Task<bool> IsShallowAsync(Git git, CancellationToken ct) =>
        await git.AskAsync(ct, "rev-parse", "--is-shallow-repository") is "true";
}
