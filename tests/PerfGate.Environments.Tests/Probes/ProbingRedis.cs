using System.Net;
using System.Net.Sockets;
using System.Text;
using PerfGate.Environments.Probes;

namespace PerfGate.Environments.Tests.Probes;

public sealed class ProbingRedis
{
    const string Lookups = "Key lookups that hit";

    [Fact]
    public async Task Memory_lookups_evictions_and_clients_are_read_and_our_own_is_none_of_them()
    {
        await using var server = await RedisServer.StartAsync();
        await using var probe = new RedisProbe("cache", "127.0.0.1", server.Port, RedisServer.Password);
        using var client = await server.ConnectAsync();
        using var blocked = await server.ConnectAsync();
        await RedisServer.SendAsync(client, "SET one 1", "EXISTS one", "EXISTS one", "EXISTS one", "EXISTS two");
        await blocked.GetStream().WriteAsync("BLPOP nothing 30\r\n"u8.ToArray());

        var reading = await ReadAsync(probe, "Redis clients", "blocked", blocked => blocked == 1);

        Value(probe, reading, "Redis clients", "connected").ShouldBe(2);
        Value(probe, reading, "Redis clients", "maxclients").ShouldNotBeNull().ShouldBeGreaterThan(100);
        Value(probe, reading, "Redis memory", "used").ShouldNotBeNull().ShouldBeInRange(200_000, RedisServer.MaxMemory);
        Value(probe, reading, "Redis memory", "maxmemory").ShouldBe(RedisServer.MaxMemory);
        Value(probe, reading, Lookups, "hits").ShouldBe(3);
        Value(probe, reading, Lookups, "misses").ShouldBe(1);
        Value(probe, reading, "Keys evicted", "evicted").ShouldBe(0);
        reading.Life.ShouldNotBeNull().Length.ShouldBe(40, "its run id");
        reading.Problem.ShouldBeNull();
    }

    [Fact]
    public async Task Keys_that_had_to_go_are_counted()
    {
        await using var server = await RedisServer.StartAsync();
        await using var probe = new RedisProbe("cache", "127.0.0.1", server.Port, RedisServer.Password);
        using var client = await server.ConnectAsync();
        var value = new string('x', 40_000);
        await RedisServer.SendAsync(client, [.. Enumerable.Range(0, 200).Select(key => $"SET {key} {value}")]);

        var reading = await probe.ReadAsync(CancellationToken.None);

        Value(probe, reading, "Keys evicted", "evicted").ShouldNotBeNull().ShouldBeGreaterThan(50);
    }

    [Fact]
    public async Task A_wrong_password_is_said_and_not_shown()
    {
        await using var server = await RedisServer.StartAsync();
        await using var probe = new RedisProbe("cache", "127.0.0.1", server.Port, "guess");

        var reading = await probe.ReadAsync(CancellationToken.None);

        reading.Values.ShouldBeEmpty();
        reading.Problem.ShouldNotBeNull().ShouldStartWith($"Redis at 127.0.0.1:{server.Port} cannot be read: it answered 'WRONGPASS");
        reading.Problem.ShouldNotContain("guess");
    }

    [Fact]
    public async Task A_server_that_went_away_reads_as_nothing()
    {
        await using var server = await RedisServer.StartAsync();
        await using var probe = new RedisProbe("cache", "127.0.0.1", server.Port, RedisServer.Password);
        (await probe.ReadAsync(CancellationToken.None)).Problem.ShouldBeNull();
        await server.StopAsync();

        (await probe.ReadAsync(CancellationToken.None)).Values.ShouldBeEmpty();
        (await probe.ReadAsync(CancellationToken.None)).Problem.ShouldNotBeNull().ShouldContain("refused");
    }

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request\r\n", "no reply of a Redis")]
    [InlineData("$99999999\r\n", "no reply of a Redis")]
    [InlineData("$-1\r\n", "no reply of a Redis")]
    [InlineData("$20\r\nused_memory:1", "closed the connection")]
    [InlineData("", "closed the connection")]
    public async Task A_broken_reply_is_no_reading(string reply, string problem)
    {
        using var fake = new TcpListener(IPAddress.Loopback, 0);
        fake.Start();
        await using var probe = new RedisProbe("cache", "127.0.0.1", ((IPEndPoint)fake.LocalEndpoint).Port);
        var answering = AnswerAsync(fake, reply);

        var reading = await probe.ReadAsync(CancellationToken.None);

        reading.Values.ShouldBeEmpty();
        reading.Problem.ShouldNotBeNull().ShouldContain(problem);
        await answering;
    }

    [Fact]
    public async Task What_a_server_does_not_tell_is_null_and_named()
    {
        using var fake = new TcpListener(IPAddress.Loopback, 0);
        fake.Start();
        await using var probe = new RedisProbe("cache", "127.0.0.1", ((IPEndPoint)fake.LocalEndpoint).Port);
        const string Info = "# Memory\r\nused_memory:77\r\nmaxmemory:0\r\nevicted_keys:\r\n";
        var answering = AnswerAsync(fake, $"${Info.Length}\r\n{Info}\r\n");

        var reading = await probe.ReadAsync(CancellationToken.None);

        reading.Values.ShouldBe([77, null, null, null, null, null, null, null]);
        reading.Problem.ShouldBe("Redis does not tell keyspace_hits, evicted_keys, connected_clients.");
        await answering;
    }

    // One client: its greeting is answered with OK, its question with the reply; then the connection closes.
    static async Task AnswerAsync(TcpListener fake, string reply)
    {
        using var client = await fake.AcceptTcpClientAsync();
        var ignored = new byte[4096];
        _ = await client.GetStream().ReadAtLeastAsync(ignored, 1);
        await client.GetStream().WriteAsync("+OK\r\n"u8.ToArray());
        _ = await client.GetStream().ReadAtLeastAsync(ignored, 1);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(reply));
    }

    static async Task<ProbeReading> ReadAsync(RedisProbe probe, string chart, string name, Func<double?, bool> until)
    {
        var reading = await probe.ReadAsync(CancellationToken.None);
        for (var tries = 0; tries < 300 && !until(Value(probe, reading, chart, name)); tries++)
        {
            await Task.Delay(10);
            reading = await probe.ReadAsync(CancellationToken.None);
        }

        return reading;
    }

    static double? Value(RedisProbe probe, ProbeReading reading, string chart, string name) =>
        reading.Value(probe.Metrics.ToList().FindIndex(metric => metric.Chart == chart && metric.Name == name));
}
