[assembly: AssemblyFixture(typeof(CoreVia.Api.Tests.Support.SharedServer))]

namespace CoreVia.Api.Tests.Support;

/// <summary>One server with everything at its default, for all tests that only need users of their own.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    internal CoreViaServer Server { get; private set; } = null!;

    /// <summary>For tests that need a server of their own as well.</summary>
    public SqliteStore Store { get; } = new();

    public async ValueTask InitializeAsync() => Server = await CoreViaServer.StartAsync(Store);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Store.Dispose();
    }
}
