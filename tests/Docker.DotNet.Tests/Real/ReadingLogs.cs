using System.Text;
using Docker.DotNet.Models;

namespace Docker.DotNet.Tests.Real;

[Trait("Needs", RealEngine.Needed)]
public sealed class ReadingLogs(RealEngine engine)
{
    static readonly ContainerLogsParameters Everything = new() { ShowStdout = true, ShowStderr = true };

    [Fact(Timeout = 60_000)]
    public async Task The_two_streams_come_apart()
    {
        using var client = engine.Connect();
        var id = await engine.RunToEndAsync("echo one; echo oops >&2; echo two");
        using var logs = await client.Containers.GetContainerLogsAsync(id, tty: false, Everything);
        (await logs.ReadOutputToEndAsync(CancellationToken.None)).ShouldBe(("one\ntwo\n", "oops\n"));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_terminal_s_is_one_stream()
    {
        using var client = engine.Connect();
        var id = await engine.RunToEndAsync("echo one; echo oops >&2", "--tty");
        (await client.Containers.InspectContainerAsync(id)).Config.Tty.ShouldBeTrue();
        using var logs = await client.Containers.GetContainerLogsAsync(id, tty: true, Everything);
        (await logs.ReadOutputToEndAsync(CancellationToken.None)).ShouldBe(("one\r\noops\r\n", ""));
    }

    [Fact(Timeout = 60_000)]
    public async Task Only_the_stream_that_is_asked_for()
    {
        using var client = engine.Connect();
        var id = await engine.RunToEndAsync("echo one; echo oops >&2");
        using var logs = await client.Containers.GetContainerLogsAsync(
            id, tty: false, new ContainerLogsParameters { ShowStderr = true });
        (await logs.ReadOutputToEndAsync(CancellationToken.None)).ShouldBe(("", "oops\n"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Only_the_last_lines()
    {
        using var client = engine.Connect();
        var id = await engine.RunToEndAsync("echo 1; echo 2; echo 3");
        using var logs = await client.Containers.GetContainerLogsAsync(
            id, tty: false, new ContainerLogsParameters { ShowStdout = true, ShowStderr = true, Tail = "2" });
        (await logs.ReadOutputToEndAsync(CancellationToken.None)).ShouldBe(("2\n3\n", ""));
    }

    [Fact(Timeout = 60_000)]
    public async Task Large_ones_come_whole()
    {
        using var client = engine.Connect();
        var id = await engine.RunToEndAsync("seq 100000");
        using var logs = await client.Containers.GetContainerLogsAsync(id, tty: false, Everything);
        using var stdout = new MemoryStream();
        await logs.CopyOutputToAsync(Stream.Null, stdout, Stream.Null, CancellationToken.None);
        Encoding.ASCII.GetString(stdout.ToArray()).ShouldBe(string.Concat(Enumerable.Range(1, 100_000).Select(line => $"{line}\n")));
    }

    [Fact(Timeout = 60_000)]
    public async Task What_is_written_later_comes_later()
    {
        using var client = engine.Connect();
        var id = await engine.RunAsync("echo first; trap 'echo last; exit 0' TERM; while :; do sleep 0.1; done");
        var wish = new ContainerLogsParameters { ShowStdout = true, Follow = true };
        using var logs = await client.Containers.GetContainerLogsAsync(id, tty: false, wish);
        (await ReadAsync(logs)).ShouldBe("first\n");
        await client.Containers.KillContainerAsync(id, new ContainerKillParameters { Signal = "SIGTERM" });
        (await ReadAsync(logs)).ShouldBe("last\n");
        (await ReadAsync(logs)).ShouldBeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task Of_one_that_says_nothing_can_be_given_up_on()
    {
        using var client = engine.Connect();
        var id = await engine.RunAsync("sleep 60");
        var wish = new ContainerLogsParameters { ShowStdout = true, Follow = true };
        using var logs = await client.Containers.GetContainerLogsAsync(id, tty: false, wish);
        using var giveUp = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Should.ThrowAsync<OperationCanceledException>(() => logs.ReadOutputToEndAsync(giveUp.Token));
    }

    static async Task<string> ReadAsync(MultiplexedStream logs)
    {
        var buffer = new byte[100];
        var piece = await logs.ReadOutputAsync(buffer, 0, buffer.Length, CancellationToken.None);
        return Encoding.UTF8.GetString(buffer, 0, piece.Count);
    }
}
