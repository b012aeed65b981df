using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PerfGate.Load.Tests;

/// <summary>A small real system under test on a free loopback port, which counts what it answers.</summary>
internal sealed class TestSystem : IAsyncDisposable
{
    readonly WebApplication app;
    readonly ConcurrentDictionary<string, int> answered = new(StringComparer.Ordinal);

    TestSystem(WebApplication app) => this.app = app;

    public Uri Address { get; private set; } = null!;

    /// <summary>Requests answered, by path without query.</summary>
    public IReadOnlyDictionary<string, int> Answered => answered;

    public int AnsweredInAll => answered.Values.Sum();

    public static async Task<TestSystem> Start(Action<WebApplication> map, bool compress = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        if (compress) builder.Services.AddResponseCompression();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var system = new TestSystem(builder.Build());
        system.app.Use(async (HttpContext context, RequestDelegate next) =>
        {
            system.answered.AddOrUpdate(context.Request.Path.Value!, 1, (_, count) => count + 1);
            await next(context);
        });
        map(system.app);
        await system.app.StartAsync();
        system.Address = new Uri(system.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return system;
    }

    public static Task<TestSystem> Answering(int status, string body = "") =>
        Start(app => app.Run(context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body);
        }));

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.Zero);
        await app.StopAsync(atOnce.Token);
        await app.DisposeAsync();
    }
}
