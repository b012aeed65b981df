using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace PerfGate.GitHub.Tests.Support;

/// <summary>
/// A GitHub of a few calls on a port of this machine, which keeps what it is sent and refuses as the real one does: by token, by
/// length, by rate.
/// </summary>
internal sealed class FakeGitHub : IAsyncDisposable
{
    public const string ActionsToken = "ghs_0123456789abcdefACTIONS";
    public const string PersonalToken = "ghp_0123456789abcdefPERSON";
    public const string ReadOnlyToken = "ghs_0123456789abcdefREADONLY";

    readonly WebApplication app;
    readonly Lock gate = new();
    long lastId = 1000;

    FakeGitHub(WebApplication app) => this.app = app;

    public Uri Url => new(app.Urls.Single());

    public List<FakeComment> Comments { get; } = [];

    public Dictionary<int, FakePull> Pulls { get; } = [];

    public List<JsonElement> Checks { get; } = [];

    public List<JsonElement> CheckUpdates { get; } = [];

    public List<(string Sha, JsonElement Status)> Statuses { get; } = [];

    /// <summary>The longest body that a comment may have; GitHub's own limit unless told otherwise.</summary>
    public int BodyLimit { get; set; } = 65_536;

    /// <summary>Every request, such as <c>POST /repos/o/r/issues/1/comments</c>.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>Looks at each request before it is answered; an answer given here is the one that is sent.</summary>
    public Func<string, HttpContext, Task<FakeAnswer?>> Before { get; set; } = (_, _) => Task.FromResult<FakeAnswer?>(null);

    public IEnumerable<string> Writes => Requests.Where(request => !request.StartsWith("GET ", StringComparison.Ordinal));

    public static async Task<FakeGitHub> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var fake = new FakeGitHub(server);
        server.Run(fake.AnswerAsync);
        await server.StartAsync();
        return fake;
    }

    /// <summary>Answers the next requests of a kind with something else.</summary>
    public void Refuse(string request, int times, FakeAnswer answer)
    {
        var left = times;
        Before = (asked, _) =>
            Task.FromResult(asked.StartsWith(request, StringComparison.Ordinal) && Interlocked.Decrement(ref left) >= 0 ? answer : null);
    }

    public FakeComment Has(int pull, string body, string login = "github-actions[bot]", string type = "Bot")
    {
        lock (gate)
        {
            var comment = new FakeComment(++lastId, pull, body, login, type);
            Comments.Add(comment);
            return comment;
        }
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!.Replace("/api/v3", "", StringComparison.Ordinal);
        var request = $"{http.Request.Method} {path}";
        Requests.Enqueue(request);
        using var body = http.Request.ContentLength > 0 ? await JsonDocument.ParseAsync(http.Request.Body) : null;
        var answer = await Before(request, http) ?? Answer(http, request, body?.RootElement.Clone() ?? default);
        http.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers) http.Response.Headers[name] = value;
        if (answer.Body is { } json) await http.Response.WriteAsJsonAsync(json);
    }

    FakeAnswer Answer(HttpContext http, string request, JsonElement body)
    {
        var token = http.Request.Headers.Authorization.ToString().Split(' ')[^1];
        if (token is not (ActionsToken or PersonalToken or ReadOnlyToken)) return FakeAnswer.Error(401, "Bad credentials");
        if (request.Split('/') is not [_, "repos", "octo", "shop", .. var rest]) return FakeAnswer.NotFound;
        if (token == ReadOnlyToken && !HttpMethods.IsGet(http.Request.Method))
            return FakeAnswer.Error(403, "Resource not accessible by integration");
        lock (gate)
        {
            return (http.Request.Method, rest) switch
            {
                ("GET", ["pulls", var number]) => Pull(int.Parse(number)),
                ("GET", ["pulls"]) => new(200, PullsOf(http.Request.Query["head"].ToString())),
                ("GET", ["commits", var sha, "pulls"]) => new(200, Pulls.Where(p => p.Value.Commits.Contains(sha)).Select(p => p.Value.Json(p.Key))),
                ("GET", ["issues", var number, "comments"]) => Page(http, [.. Comments.Where(c => c.Pull == int.Parse(number))]),
                ("POST", ["issues", var number, "comments"]) => Create(int.Parse(number), Text(body), token),
                ("PATCH", ["issues", "comments", var id]) => Update(long.Parse(id), Text(body)),
                ("DELETE", ["issues", "comments", var id]) => Delete(long.Parse(id)),
                ("POST", ["check-runs"]) when token == PersonalToken => FakeAnswer.Error(403, "You must authenticate via a GitHub App."),
                ("POST", ["check-runs"]) => Check(Checks, body, 201),
                ("PATCH", ["check-runs", _]) => Check(CheckUpdates, body, 200),
                ("POST", ["statuses", var sha]) => Status(sha, body),
                _ => FakeAnswer.NotFound,
            };
        }
    }

    static string Text(JsonElement body) => body.GetProperty("body").GetString()!;

    FakeAnswer Pull(int number) => Pulls.TryGetValue(number, out var pull) ? new(200, pull.Json(number)) : FakeAnswer.NotFound;

    IEnumerable<object> PullsOf(string head) =>
        Pulls.Where(p => p.Value.State == "open" && p.Value.Label == head).Select(p => p.Value.Json(p.Key));

    static FakeAnswer Page(HttpContext http, FakeComment[] all)
    {
        var size = Math.Min(100, int.TryParse(http.Request.Query["per_page"], out var asked) ? asked : 30);
        var page = int.TryParse(http.Request.Query["page"], out var number) ? number : 1;
        var answer = new FakeAnswer(200, all.Skip((page - 1) * size).Take(size).Select(comment => comment.Json()));
        if (page * size < all.Length)
            answer.Headers["Link"] = $"<http://{http.Request.Host}{http.Request.Path}?per_page={size}&page={page + 1}>; rel=\"next\"";
        return answer;
    }

    FakeAnswer Create(int pull, string body, string token) =>
        body.Length > BodyLimit ? TooLong() : new(201, (token == PersonalToken ? Has(pull, body, "ana", "User") : Has(pull, body)).Json());

    FakeAnswer Update(long id, string body)
    {
        if (body.Length > BodyLimit) return TooLong();
        if (Comments.Find(c => c.Id == id) is not { } comment) return FakeAnswer.NotFound;
        comment.Body = body;
        return new(200, comment.Json());
    }

    FakeAnswer Delete(long id) => Comments.RemoveAll(c => c.Id == id) > 0 ? new(204, null) : FakeAnswer.NotFound;

    FakeAnswer TooLong()
    {
        var message = $"Body is too long (maximum is {BodyLimit} characters)";
        var errors = new[] { new { resource = "IssueComment", code = "unprocessable", field = "data", message } };
        return new(422, new { message = "Validation Failed", errors });
    }

    FakeAnswer Check(List<JsonElement> kept, JsonElement body, int status)
    {
        if (body.GetProperty("output").TryGetProperty("annotations", out var annotations) && annotations.GetArrayLength() > 50)
            return FakeAnswer.Error(422, "No more than 50 annotations");
        kept.Add(body);
        return new(status, new { id = ++lastId, name = "perfgate", status = "completed", conclusion = "success", head_sha = "0" });
    }

    FakeAnswer Status(string sha, JsonElement body)
    {
        if (body.GetProperty("description").GetString()!.Length > 140) return FakeAnswer.Error(422, "description is too long");
        Statuses.Add((sha, body));
        return new(201, new { id = ++lastId, state = body.GetProperty("state").GetString() });
    }
}
