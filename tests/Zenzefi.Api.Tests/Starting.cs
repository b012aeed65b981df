using System.Net;
using System.Net.Sockets;
using Zenzefi.Api.Tests.Support;

namespace Zenzefi.Api.Tests;

public sealed class Starting(SharedServer shared)
{
    static readonly (string, string) Key = ("SECRET_KEY", "a key that is only good enough for tests");

    [Fact]
    public async Task With_bad_settings_ends_with_a_line_for_each()
    {
        using var server = ServerProcess.Start([], ("STATUS_MODE", "strict"), ("PASSWORD_ITERATIONS", "many"));

        var (exitCode, output, errors) = await server.EndAsync();

        exitCode.ShouldBe(1);
        output.ShouldBeEmpty();
        errors.TrimEnd().Split('\n').Select(line => line.Split(' ')[0])
            .ShouldBe(["DATABASE_URL", "SECRET_KEY", "STATUS_MODE", "PASSWORD_ITERATIONS"], ignoreOrder: true);
    }

    [Fact]
    public async Task Without_a_schema_says_how_to_get_one()
    {
        using var server = ServerProcess.Start([], Key, ("DATABASE_URL", await shared.Store.EmptyAsync()));

        var (exitCode, _, errors) = await server.EndAsync();

        exitCode.ShouldBe(3);
        errors.ShouldContain("1 migration(s) pending");
        errors.ShouldEndWith("Apply them with: dotnet Zenzefi.Api.dll migrate\n");
    }

    [Fact]
    public async Task On_an_address_that_is_taken_says_so_in_one_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";
        using var server = ServerProcess.Start(["--urls", address], Key, ("DATABASE_URL", await shared.Store.MigratedAsync()));

        var (exitCode, _, errors) = await server.EndAsync();

        exitCode.ShouldBe(1);
        errors.ShouldStartWith($"Cannot listen: Failed to bind to address {address}");
        errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Says_nothing_when_all_is_well_and_stops_in_order_when_told_to()
    {
        var (address, server) = await StartAsync();
        using (server)
        using (var http = new HttpClient { BaseAddress = address })
        {
            await server.ReadyAsync(http);
            server.Terminate();

            (await server.EndAsync()).ShouldBe((0, "", ""));
        }
    }

    [Fact]
    public async Task With_a_fault_says_so_in_one_line_and_dies_when_it_should()
    {
        var (address, server) = await StartAsync(("FAULT_EXIT_AFTER_REQUESTS", "3"), ("FAULT_LOCK_MS", "1.5"));
        using (server)
        using (var http = new HttpClient { BaseAddress = address })
        {
            await server.ReadyAsync(http);
            (await http.GetAsync("/health")).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await http.GetAsync("/health")).StatusCode.ShouldBe(HttpStatusCode.OK);
            await Should.ThrowAsync<HttpRequestException>(() => http.GetAsync("/health"));

            var (exitCode, output, errors) = await server.EndAsync();
            exitCode.ShouldNotBe(0);
            $"{output}{errors}".ShouldContain("Faults are switched on: FAULT_LOCK_MS=1.5 FAULT_EXIT_AFTER_REQUESTS=3");
        }
    }

    async Task<(Uri Address, ServerProcess Server)> StartAsync(params (string, string)[] settings)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        listener.Stop();
        return (
            new Uri(address),
            ServerProcess.Start(["--urls", address], [Key, ("DATABASE_URL", await shared.Store.MigratedAsync()), .. settings]));
    }
}
