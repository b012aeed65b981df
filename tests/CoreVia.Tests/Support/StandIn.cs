using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoreVia.Tests.Support;

/// <summary>Stands in for the system on a free loopback port: answers as it is told, and keeps what it was asked.</summary>
internal sealed class StandIn : IAsyncDisposable
{
    readonly WebApplication app;
    readonly ConcurrentQueue<Asked> asked = [];

    StandIn(WebApplication app) => this.app = app;

    public Uri Address { get; private set; } = null!;

    public IReadOnlyCollection<Asked> Asked => asked;

    /// <param name="answer">Status and body for a request; null: what a system in good health would say.</param>
    public static async Task<StandIn> Start(Func<Asked, (int Status, string Body)?> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var system = new StandIn(builder.Build());
        system.app.Run(async context =>
        {
            var request = await Read(context.Request);
            system.asked.Enqueue(request);
            var (status, body) = answer(request) ?? Healthy(request);
            context.Response.StatusCode = status;
            await context.Response.WriteAsync(body);
        });
        await system.app.StartAsync();
        system.Address = new Uri(system.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return system;
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.Zero);
        await app.StopAsync(atOnce.Token);
        await app.DisposeAsync();
    }

    static (int Status, string Body) Healthy(Asked request) => request.Path switch
    {
        "/api/v1/auth/register" or "/api/v1/auth/login" => (200, $$"""{"user": {"id": "u1"}, "access_token": "{{request.Text("email")}}"}"""),
        "/api/v1/social/feed" => (200, """{"posts": [{"id": "p1"}, {"id": "p2"}]}"""),
        "/api/v1/marketplace/products" when request.Method == "GET" => (200, """{"products": [{"id": "m1"}]}"""),
        _ => (request.Method == "GET" ? 200 : 201, "{}"),
    };

    static async Task<Asked> Read(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync();
        return new Asked(
            request.Method,
            request.Path.Value!,
            request.QueryString.Value ?? "",
            request.Headers.Authorization,
            body.Length == 0 ? null : JsonNode.Parse(body)!.AsObject());
    }
}
