[assembly: AssemblyFixture(typeof(Zenzefi.Api.Tests.Support.SharedServer))]

namespace Zenzefi.Api.Tests.Support;

/// <summary>One server with everything at its default, for all tests that only need a user of their own.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    internal ZenzefiServer Server { get; private set; } = null!;

    /// <summary>For tests that need a server of their own as well.</summary>
    public SqliteStore Store { get; } = new();

    public async ValueTask InitializeAsync() => Server = await ZenzefiServer.StartAsync(Store);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Store.Dispose();
    }
}
