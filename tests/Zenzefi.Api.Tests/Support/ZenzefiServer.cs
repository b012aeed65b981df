using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Zenzefi.Api.Data;
using Zenzefi.Api.Settings;

namespace Zenzefi.Api.Tests.Support;

/// <summary>The real server on a real port of this machine, with a database of its own.</summary>
internal sealed class ZenzefiServer : IAsyncDisposable
{
    readonly WebApplication app;

    ZenzefiServer(WebApplication app, ShiftedClock clock)
    {
        (this.app, Clock) = (app, clock);
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Http { get; }

    public ShiftedClock Clock { get; }

    public IServiceProvider Services => app.Services;

    public static async Task<ZenzefiServer> StartAsync(IStore store, params (string Name, string Value)[] settings)
    {
        var reader = new SettingsReader(TestSettings.With(
        [
            ("DATABASE_URL", await store.MigratedAsync()),
            ("SECRET_KEY", "a key that is only good enough for tests"),
            ("PASSWORD_ITERATIONS", "1"),
            .. settings,
        ]));
        var read = ZenzefiSettings.Read(reader) ?? throw new InvalidOperationException(string.Join('\n', reader.Problems));
        var clock = new ShiftedClock();
        var built = ZenzefiApp.Create(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=None"], read, clock);
        await built.StartAsync();
        return new ZenzefiServer(built, clock);
    }

    public Caller Stranger() => new(Http);

    /// <summary>A new user who has logged in, and paid in if so wanted.</summary>
    public async Task<Caller> UserAsync(decimal deposit = 0, string query = "")
    {
        var caller = Stranger();
        var name = $"user_{Guid.NewGuid():N}";
        (await caller.RegisterAsync(name, query)).Status.ShouldBeLessThan(300);
        caller.Email = $"{name}@loadtest.local";
        caller.Bearer = (await caller.LogInAsync(caller.Email))["access_token"];
        if (deposit > 0)
        {
            (await caller.DepositAsync(deposit)).Status.ShouldBeLessThan(300);
        }

        return caller;
    }

    /// <summary>Works on the database behind the server's back.</summary>
    public async Task<T> InDatabaseAsync<T>(Func<ZenzefiDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<ZenzefiDb>());
    }

    /// <summary>The samples of one scrape, by name and labels as written.</summary>
    public async Task<Dictionary<string, double>> ScrapeAsync() => (await Stranger().GetAsync("/metrics")).Text
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Where(line => line[0] != '#')
        .Select(line => line.LastIndexOf(' ') is var space ? (Name: line[..space], Value: double.Parse(line[space..])) : default)
        .ToDictionary(sample => sample.Name, sample => sample.Value);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
