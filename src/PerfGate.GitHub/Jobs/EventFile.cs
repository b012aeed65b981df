using System.Text.Json;

namespace PerfGate.GitHub.Jobs;

/// <summary>Reads the file that GITHUB_EVENT_PATH names. A damaged one is a warning: there are other ways to the pull request.</summary>
internal static class EventFile
{
    const string Advice = "The pull request is looked for elsewhere; --pr=NUMBER names it.";

    public static GitHubEvent Read(string? path, List<string> warnings)
    {
        if (path is null) return GitHubEvent.None;
        try
        {
            using var file = File.OpenRead(path);
            using var document = JsonDocument.Parse(file);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Of(document.RootElement) : Damaged("it is no JSON object.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The latter for text that is JSON and no Unicode.
            return Damaged(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            warnings.Add($"The event file named by GITHUB_EVENT_PATH could not be read: {Words.Line(e.Message)} {Advice}");
            return GitHubEvent.None;
        }

        GitHubEvent Damaged(string why)
        {
            warnings.Add($"The event file named by GITHUB_EVENT_PATH is damaged: {Words.Line(why)} {Advice}");
            return GitHubEvent.None;
        }
    }

    static GitHubEvent Of(JsonElement root)
    {
        var pull = Member(root, "pull_request");
        var issue = Member(root, "issue"); // A pull request is one, too.
        return new GitHubEvent
        {
            PullRequest = (int?)Number(pull ?? (Member(issue, "pull_request") is null ? null : issue), "number", int.MaxValue),
            PullRequestHead = Sha(Member(pull, "head"), "sha"),
            WorkflowRun = Run(Member(root, "workflow_run")),
        };
    }

    static WorkflowRunEvent? Run(JsonElement? run) =>
        Text(Member(Member(run, "head_repository"), "owner"), "login") is { } owner &&
        Text(run, "head_branch") is { } branch &&
        Sha(run, "head_sha") is { } sha &&
        Number(run, "id", long.MaxValue) is { } id
            ? new(new(Text(run, "name") ?? "workflow", id, (int)(Number(run, "run_attempt", int.MaxValue) ?? 1)), owner, branch, sha)
            : null;

    static JsonElement? Member(JsonElement? of, string name) =>
        of is { ValueKind: JsonValueKind.Object } element &&
        element.TryGetProperty(name, out var member) &&
        member.ValueKind != JsonValueKind.Null
            ? member
            : null;

    static string? Text(JsonElement? of, string name) =>
        Member(of, name) is { ValueKind: JsonValueKind.String } member && member.GetString() is { Length: > 0 } text ? text : null;

    static string? Sha(JsonElement? of, string name) =>
        Text(of, name) is { Length: 40 or 64 } sha && sha.All(char.IsAsciiHexDigit) ? sha.ToLowerInvariant() : null;

    static long? Number(JsonElement? of, string name, long limit) =>
        Member(of, name) is { ValueKind: JsonValueKind.Number } member &&
        member.TryGetInt64(out var number) && number > 0 && number <= limit
            ? number
            : null;
}
