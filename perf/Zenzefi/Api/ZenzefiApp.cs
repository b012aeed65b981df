using Microsoft.EntityFrameworkCore.Diagnostics;
using Zenzefi.Api.Auth;
using Zenzefi.Api.Currency;
using Zenzefi.Api.Data;
using Zenzefi.Api.Health;
using Zenzefi.Api.Http;
using Zenzefi.Api.Limits;
using Zenzefi.Api.Metrics;
using Zenzefi.Api.Proxy;
using Zenzefi.Api.Redis;
using Zenzefi.Api.Settings;
using Zenzefi.Api.Tokens;

namespace Zenzefi.Api;

/// <summary>Puts the application together.</summary>
internal static class ZenzefiApp
{
    /// <param name="args">Framework options such as <c>--urls</c>.</param>
    /// <param name="settings">What the environment decided.</param>
    /// <param name="clock">The time by which tokens expire.</param>
    public static WebApplication Create(string[] args, ZenzefiSettings settings, TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole(console => console.SingleLine = true);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        AddServices(builder.Services, settings, clock);

        var app = builder.Build();
        app.UseRequestMetrics();
        app.UseErrorBodies();
        app.UseFaults(settings.Faults);
        MapEndpoints(app, settings);
        return app;
    }

    static void AddServices(IServiceCollection services, ZenzefiSettings settings, TimeProvider clock)
    {
        services.AddSingleton(clock).AddSingleton(settings);
        services.ConfigureHttpJsonOptions(json => ZenzefiJson.Configure(json.SerializerOptions));

        services.AddZenzefiDb(settings.Database);
        services.AddSingleton<ServerMetrics>();
        services.AddSingleton<IInterceptor, CommandTimer>();

        services.AddSingleton(settings.Passwords).AddSingleton(new BearerTokens(settings.SecretKey, settings.AccessTokenLifetime, clock));
        services.AddScoped<Registration>().AddScoped<Wallet>().AddScoped<History>().AddScoped<TokenShop>().AddScoped<TokenShelf>();

        services.AddCaches(settings.Redis);
        services.AddSingleton<HttpClient>().AddSingleton<HealthCheck>();
        services.AddHostedService<HealthRefresher>();
    }

    static void MapEndpoints(WebApplication app, ZenzefiSettings settings)
    {
        var api = app.MapGroup("/api/v1");
        if (settings.RateLimit)
        {
            api.AddEndpointFilter<RouteGroupBuilder, RateLimitFilter>();
        }

        api.AnswerRefusals();
        api.MapAuth();
        api.MapCurrency();
        api.MapTokens();
        api.MapProxy();

        app.MapHealth();
        app.MapMetrics();
        app.MapGet("/", () => TypedResults.Json(new AboutBody("Zenzefi", "/health", "/metrics")));
    }
}
