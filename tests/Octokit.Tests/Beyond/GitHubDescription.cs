using System.Text.Json.Nodes;

namespace Octokit.Tests.Beyond;

/// <summary>GitHub's own description of its API, cut down to what is called here and drawn tighter.</summary>
internal static class GitHubDescription
{
    static readonly string[] Called =
    [
        "/repos/{owner}/{repo}/issues/{issue_number}/comments",
        "/repos/{owner}/{repo}/issues/comments/{comment_id}",
        "/repos/{owner}/{repo}/check-runs",
        "/repos/{owner}/{repo}/check-runs/{check_run_id}",
        "/repos/{owner}/{repo}/statuses/{sha}",
        "/repos/{owner}/{repo}/pulls",
        "/repos/{owner}/{repo}/pulls/{pull_number}",
        "/repos/{owner}/{repo}/commits/{commit_sha}/pulls",
    ];

    public static void CutDown(string source, string target)
    {
        var description = JsonNode.Parse(File.ReadAllText(source))!.AsObject();
        var paths = new JsonObject();
        foreach (var path in Called)
        {
            var operations = description["paths"]![path]!.DeepClone().AsObject();
            foreach (var (_, operation) in operations.Where(operation => operation.Value is JsonObject))
            {
                Close(operation!["requestBody"]?["content"]?["application/json"]?["schema"]);
                AnswerAsAsked(operation["responses"]!);
            }

            paths[$"/api/v3{path}"] = operations;
        }

        description["paths"] = paths;
        AnswerAsAsked(description["components"]!["responses"]!);
        description.Remove("x-webhooks");
        File.WriteAllText(target, description.ToJsonString());
    }

    // GitHub wants to be asked for its own media type, and its description calls the answers plain JSON; Prism would answer 406.
    static void AnswerAsAsked(JsonNode responses)
    {
        foreach (var (_, response) in responses.AsObject())
        {
            // The examples of Link lead to the real GitHub.
            (response as JsonObject)?.Remove("headers");
            if (response?["content"] is JsonObject content && content.Remove("application/json", out var json))
            {
                content["application/vnd.github+json"] = json;
            }
        }
    }

    // GitHub ignores a property that it does not know; here it would be a misspelt one.
    static void Close(JsonNode? schema)
    {
        if (schema is not JsonObject) return;
        if (schema["properties"] is JsonObject properties)
        {
            schema["additionalProperties"] ??= false;
            foreach (var (_, property) in properties) Close(property);
        }

        Close(schema["items"]);
    }
}
