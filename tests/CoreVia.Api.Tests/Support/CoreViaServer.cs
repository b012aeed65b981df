using CoreVia.Api.Data;
using CoreVia.Api.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoreVia.Api.Tests.Support;

/// <summary>The real server on a real port of this machine, with a database of its own.</summary>
internal sealed class CoreViaServer : IAsyncDisposable
{
    readonly WebApplication app;

    CoreViaServer(WebApplication app, ShiftedClock clock, LogLines log)
    {
        (this.app, Clock, Log) = (app, clock, log);
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Http { get; }

    public ShiftedClock Clock { get; }

    public LogLines Log { get; }

    public IServiceProvider Services => app.Services;

    public static async Task<CoreViaServer> StartAsync(IStore store, params (string Name, string Value)[] settings)
    {
        var reader = new SettingsReader(TestSettings.With(
        [
            ("DATABASE_URL", settings.Any(setting => setting.Name == "DATABASE_URL") ? "" : await store.MigratedAsync()),
            ("SECRET_KEY", "a key that is only good enough for tests"),
            ("PASSWORD_ITERATIONS", "1"),
            .. settings,
        ]));
        var read = CoreViaSettings.Read(reader) ?? throw new InvalidOperationException(string.Join('\n', reader.Problems));
        var clock = new ShiftedClock();
        var log = new LogLines();
        var built = CoreViaApp.Create(["--urls", "http://127.0.0.1:0", "--Logging:Console:LogLevel:Default=None"], read, clock);
        built.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        await built.StartAsync();
        return new CoreViaServer(built, clock, log);
    }

    /// <summary>Makes it noon of this day (UTC), so that no test meets the end of one.</summary>
    public void MoveToNoon() => Clock.Ahead = TimeSpan.FromHours(12) - TimeProvider.System.GetUtcNow().TimeOfDay;

    public Caller Stranger() => new(Http);

    public Task<Caller> ClientAsync() => UserAsync("student");

    public Task<Caller> TrainerAsync() => UserAsync("trainer");

    /// <summary>Works on the database behind the server's back.</summary>
    public async Task<T> InDatabaseAsync<T>(Func<CoreViaDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<CoreViaDb>());
    }

    public Task AddAsync(params object[] rows) => InDatabaseAsync(db =>
    {
        db.AddRange(rows);
        return db.SaveChangesAsync();
    });

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    /// <summary>A new user, who is logged in from then on.</summary>
    async Task<Caller> UserAsync(string type)
    {
        var caller = Stranger();
        caller.Enter(await caller.RegisterAsync($"user_{Guid.NewGuid():N}@test.com", type));
        return caller;
    }
}
