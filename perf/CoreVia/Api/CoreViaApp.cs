using CoreVia.Api.Analytics;
using CoreVia.Api.Auth;
using CoreVia.Api.Data;
using CoreVia.Api.Diary;
using CoreVia.Api.Http;
using CoreVia.Api.Limits;
using CoreVia.Api.Marketplace;
using CoreVia.Api.Settings;
using CoreVia.Api.Social;
using CoreVia.Api.Users;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace CoreVia.Api;

/// <summary>Puts the application together.</summary>
internal static class CoreViaApp
{
    /// <summary>Connections that may wait to be accepted: a user refused while the load starts would stay without a token.</summary>
    const int Backlog = 4096;

    /// <param name="args">Framework options such as <c>--urls</c>.</param>
    /// <param name="settings">What the environment decided.</param>
    /// <param name="clock">The time by which tokens expire, limits roll and days begin.</param>
    public static WebApplication Create(string[] args, CoreViaSettings settings, TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole(console => console.SingleLine = true);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.Configure<SocketTransportOptions>(sockets => sockets.Backlog = Backlog);
        AddServices(builder.Services, settings, clock);

        var app = builder.Build();
        app.UseAnswerHeaders(clock);
        app.UseRateLimit(settings.RateLimit, clock);
        app.UseErrorBodies();
        app.UseFaults(settings.Faults);
        MapEndpoints(app);
        return app;
    }

    static void AddServices(IServiceCollection services, CoreViaSettings settings, TimeProvider clock)
    {
        services.AddSingleton(clock).AddSingleton(settings).AddSingleton(settings.Faults);
        services.ConfigureHttpJsonOptions(json => CoreViaJson.Configure(json.SerializerOptions));
        services.AddCoreViaDb(settings.Database);
        services.AddSingleton(settings.Passwords).AddSingleton<SessionTokens>();
        services.AddScoped<Accounts>().AddScoped<Feed>().AddScoped<Wall>().AddScoped<Shop>().AddScoped<Diaries>().AddScoped<Dashboard>();
    }

    static void MapEndpoints(WebApplication app)
    {
        var api = app.MapGroup("/api/v1");
        api.AnswerRefusals();
        api.MapAuth();
        api.MapSocial();
        api.MapMarketplace();
        api.MapDiary();
        api.MapAnalytics();
        api.MapUsers();

        app.MapGet("/health", () => TypedResults.Json(new HealthBody("healthy")));
        app.MapGet("/", () => TypedResults.Json(new AboutBody("CoreVia", "1.0.0", "running")));
    }
}
