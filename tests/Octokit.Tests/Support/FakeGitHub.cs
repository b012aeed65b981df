using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Octokit.Tests.Support;

/// <summary>A server on this machine that answers every request as a test says, and remembers them.</summary>
internal sealed class FakeGitHub : IAsyncDisposable
{
    readonly WebApplication app;

    FakeGitHub(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(async context =>
        {
            await RememberAsync(context.Request);
            await answer(context);
        });
    }

    public ConcurrentQueue<Received> Requests { get; } = [];

    /// <summary>The only request so far.</summary>
    public Received Request => Requests.ShouldHaveSingleItem();

    public Uri Address => new(app.Urls.Single());

    /// <summary>A client that calls as the owner of a token.</summary>
    public GitHubClient Client => ClientOf(new Credentials("a-token"));

    public static async Task<FakeGitHub> AnsweringAsync(RequestDelegate answer)
    {
        var gitHub = new FakeGitHub(answer);
        await gitHub.app.StartAsync();
        return gitHub;
    }

    public GitHubClient ClientOf(Credentials credentials) =>
        new(new ProductHeaderValue("PerfGate"), Address) { Credentials = credentials };

    public ValueTask DisposeAsync() => app.DisposeAsync();

    async Task RememberAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var headers = request.Headers.ToDictionary(
            header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var target = request.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget;
        Requests.Enqueue(new(request.Method, target, headers, await reader.ReadToEndAsync()));
    }
}
