using Microsoft.Extensions.DependencyInjection;
using PerfGate.Load.Profiles;
using PerfGate.Load.Results;

namespace PerfGate.Load.Tests;

/// <summary>Runs of the engine on the real clock, with users that write into a journal.</summary>
internal sealed class Load : IAsyncDisposable
{
    readonly ServiceProvider services;

    public Load() => services = new ServiceCollection().AddSingleton(Journal).BuildServiceProvider();

    public Journal Journal { get; } = new();

    public LoadPlan Plan(Func<ProfileBuilder, ProfileBuilder> profile, params UserClass[] users) => new()
    {
        Target = new Uri("http://127.0.0.1:9"),
        Profile = profile(new ProfileBuilder()).Build("test"),
        Users = users,
        Services = services,
    };

    public static Task<LoadResult> Run(LoadPlan plan, IProgress<LoadProgress>? progress = null, CancellationToken ct = default) =>
        new LoadEngine(TimeProvider.System).Run(plan, progress, ct);

    public ValueTask DisposeAsync()
    {
        Journal.Dispose();
        return services.DisposeAsync();
    }
}
