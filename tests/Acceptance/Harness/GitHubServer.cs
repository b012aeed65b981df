using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Acceptance.Harness;

/// <summary>As much of GitHub as a publisher meets: one open pull request from a fork, its comments, checks.</summary>
public sealed class GitHubServer : IDisposable
{
    public const string HeadSha = "0123456789abcdef0123456789abcdef01234567";

    readonly HttpListener listener = new();
    readonly ConcurrentBag<string> tokens = [];
    readonly List<JsonObject> comments = [];
    readonly Lock gate = new();

    public GitHubServer()
    {
        var port = FreePort();
        Url = $"http://127.0.0.1:{port}/api/v3";
        listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        listener.Start();
        _ = Serve();
    }

    public string Url { get; }

    /// <summary>The bodies of the comments, as they are now.</summary>
    public IReadOnlyList<string> Comments
    {
        get
        {
            lock (gate) return [.. comments.Select(c => c["body"]!.GetValue<string>())];
        }
    }

    public ConcurrentBag<JsonObject> Checks { get; } = [];

    public IEnumerable<string> Tokens => tokens;

    public void Dispose() => listener.Close();

    static int FreePort()
    {
        using var socket = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    async Task Serve()
    {
        while (listener.IsListening)
        {
            try
            {
                var context = await listener.GetContextAsync();
                await Answer(context);
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    async Task Answer(HttpListenerContext context)
    {
        tokens.Add(context.Request.Headers["Authorization"] ?? "");
        using var reader = new StreamReader(context.Request.InputStream);
        var body = await reader.ReadToEndAsync();
        var sent = body.Length > 0 ? JsonNode.Parse(body) as JsonObject : null;
        var (status, answer) = Route(context.Request.HttpMethod, context.Request.Url!.AbsolutePath, sent);
        var bytes = Encoding.UTF8.GetBytes(answer?.ToJsonString() ?? "");
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.OutputStream.WriteAsync(bytes);
        context.Response.Close();
    }

    (int Status, JsonNode? Answer) Route(string method, string path, JsonObject? sent)
    {
        const string Repository = "/api/v3/repos/owner/shop";
        lock (gate)
        {
            return (method, path) switch
            {
                ("GET", $"{Repository}/pulls") => (200, new JsonArray(Pull())),
                ("GET", $"{Repository}/pulls/7") => (200, Pull()),
                ("GET", $"{Repository}/issues/7/comments") => (200, new JsonArray([.. comments.Select(c => c.DeepClone())])),
                ("POST", $"{Repository}/issues/7/comments") => (201, Add(sent!)),
                ("PATCH", _) when path.StartsWith($"{Repository}/issues/comments/", StringComparison.Ordinal) => (200, Change(path, sent!)),
                ("POST", $"{Repository}/check-runs") => (201, Check(sent!)),
                ("GET", _) when path.EndsWith("/check-runs", StringComparison.Ordinal) => (200, new JsonObject { ["total_count"] = 0, ["check_runs"] = new JsonArray() }),
                _ => (404, new JsonObject { ["message"] = $"Not Found: {method} {path}" }),
            };
        }
    }

    static JsonObject User() => new() { ["login"] = "github-actions[bot]", ["id"] = 1, ["type"] = "Bot" };

    static JsonObject Pull() => new()
    {
        ["id"] = 1, ["number"] = 7, ["state"] = "open", ["title"] = "A change", ["user"] = User(),
        ["head"] = new JsonObject { ["sha"] = HeadSha, ["ref"] = "feature", ["label"] = "stranger:feature" },
        ["base"] = new JsonObject { ["sha"] = "fedcba98", ["ref"] = "main", ["label"] = "owner:main" },
        ["created_at"] = "2026-11-01T00:00:00Z", ["updated_at"] = "2026-11-01T00:00:00Z",
    };

    JsonObject Add(JsonObject sent)
    {
        var comment = new JsonObject
        {
            ["id"] = comments.Count + 1, ["body"] = sent["body"]!.GetValue<string>(), ["user"] = User(),
            ["html_url"] = $"http://127.0.0.1/comments/{comments.Count + 1}", ["created_at"] = "2026-11-01T00:00:00Z", ["updated_at"] = "2026-11-01T00:00:00Z",
        };
        comments.Add(comment);
        return (JsonObject)comment.DeepClone();
    }

    JsonObject Change(string path, JsonObject sent)
    {
        var id = int.Parse(path[(path.LastIndexOf('/') + 1)..], System.Globalization.CultureInfo.InvariantCulture);
        comments[id - 1]["body"] = sent["body"]!.GetValue<string>();
        return (JsonObject)comments[id - 1].DeepClone();
    }

    JsonObject Check(JsonObject sent)
    {
        Checks.Add((JsonObject)sent.DeepClone());
        return new JsonObject
        {
            ["id"] = Checks.Count, ["head_sha"] = sent["head_sha"]?.GetValue<string>(), ["name"] = sent["name"]?.GetValue<string>(),
            ["status"] = "completed", ["conclusion"] = sent["conclusion"]?.GetValue<string>(), ["started_at"] = "2026-11-01T00:00:00Z",
            ["html_url"] = "http://127.0.0.1/check", ["url"] = "http://127.0.0.1/check",
            ["output"] = new JsonObject { ["title"] = "", ["summary"] = "", ["annotations_count"] = 0 },
        };
    }
}
