using Docker.DotNet.Models;
using Docker.DotNet.Tests.Support;

namespace Docker.DotNet.Tests.Recorded;

public sealed class Waiting
{
    static readonly TimeSpan Short = TimeSpan.FromMilliseconds(100);

    [Fact(Timeout = 30_000)]
    public async Task For_an_engine_that_says_nothing_ends_with_the_timeout()
    {
        await using var engine = FakeEngine.OnSocket(Answers.Silence);
        using var client = engine.Connect(Short);
        await Should.ThrowAsync<OperationCanceledException>(() => client.System.PingAsync());
    }

    [Fact(Timeout = 30_000)]
    public async Task Too_long_is_said_with_the_call_and_the_limit()
    {
        Genuine.IsExcused("says only that a task was cancelled.");
        await using var engine = FakeEngine.OnSocket(Answers.Silence);
        using var client = engine.Connect(Short);
        // Not Shouldly's: that loses the message of a cancellation.
        var error = await Assert.ThrowsAsync<TaskCanceledException>(() => client.Containers.InspectContainerAsync("abc"));
        error.Message.ShouldBe($"The Docker engine at {engine.Endpoint} did not answer GET /containers/abc/json within 0.1 s.");
        error.InnerException.ShouldBeOfType<TimeoutException>();
    }

    [Fact(Timeout = 30_000)]
    public async Task For_the_rest_of_an_answer_ends_with_the_timeout_too()
    {
        Genuine.IsExcused("waits for ever.");
        await using var engine = FakeEngine.OnSocket(Answers.Stream(["{"], Answers.UntilHungUpAsync));
        using var client = engine.Connect(Short);
        await Should.ThrowAsync<OperationCanceledException>(() => client.System.GetVersionAsync());
    }

    [Fact(Timeout = 30_000)]
    public async Task For_a_stream_to_begin_ends_with_the_timeout()
    {
        Genuine.IsExcused("waits for ever.");
        await using var engine = FakeEngine.OnSocket(Answers.Silence);
        using var client = engine.Connect(Short);
        await Should.ThrowAsync<OperationCanceledException>(() => client.Containers.GetContainerStatsAsync(
            "abc", new ContainerStatsParameters(), new Recorder<ContainerStatsResponse>()));
    }

    [Fact(Timeout = 30_000)]
    public async Task For_a_stream_to_go_on_has_no_timeout()
    {
        var samples = new Recorder<ContainerStatsResponse>();
        await using var engine = FakeEngine.OnSocket(Answers.Stream(["{}\n"], async (stream, ct) =>
        {
            await Task.Delay(Short * 13, ct);
            await Answers.PieceAsync(stream, "{}\n", ct);
            await Answers.EndAsync(stream, ct);
        }));
        using var client = engine.Connect();
        // Generous enough to begin on a busy machine, and shorter than the stream.
        client.DefaultTimeout = Short * 10;
        await client.Containers.GetContainerStatsAsync("abc", new ContainerStatsParameters(), samples);
        samples.Reports.Count.ShouldBe(2);
    }

    [Fact(Timeout = 30_000)]
    public async Task For_a_container_to_stop_has_no_timeout()
    {
        await using var engine = FakeEngine.OnSocket(async (stream, ct) =>
        {
            await Task.Delay(Short * 3, ct);
            await Answers.Nothing(System.Net.HttpStatusCode.NoContent)(stream, ct);
        });
        using var client = engine.Connect(Short);
        (await client.Containers.StopContainerAsync("abc", new ContainerStopParameters())).ShouldBeTrue();
    }

    [Fact(Timeout = 30_000)]
    public async Task Ends_when_the_caller_gives_up()
    {
        await using var engine = FakeEngine.OnSocket(Answers.Silence);
        using var client = engine.Connect();
        using var giveUp = new CancellationTokenSource(Short);
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.System.PingAsync(giveUp.Token));
        error.InnerException.ShouldNotBeOfType<TimeoutException>();
    }

    [Fact(Timeout = 30_000)]
    public async Task For_samples_ends_when_the_caller_gives_up_and_the_engine_is_told()
    {
        var hungUp = new TaskCompletionSource();
        await using var engine = FakeEngine.OnSocket(Answers.Stream(["{}\n"], async (stream, ct) =>
        {
            await Answers.UntilHungUpAsync(stream, ct);
            hungUp.SetResult();
        }));
        using var client = engine.Connect();
        using var giveUp = new CancellationTokenSource();
        var samples = new Recorder<ContainerStatsResponse>(_ => giveUp.Cancel());
        await Should.ThrowAsync<OperationCanceledException>(() =>
            client.Containers.GetContainerStatsAsync("abc", new ContainerStatsParameters(), samples, giveUp.Token));
        samples.Reports.Count.ShouldBe(1);
        await hungUp.Task;
    }

    [Fact(Timeout = 30_000)]
    public async Task For_logs_ends_when_the_caller_gives_up_and_the_engine_is_told()
    {
        var hungUp = new TaskCompletionSource();
        await using var engine = FakeEngine.OnSocket(Answers.Stream([], async (stream, ct) =>
        {
            await Answers.UntilHungUpAsync(stream, ct);
            hungUp.SetResult();
        }));
        using var client = engine.Connect();
        using var giveUp = new CancellationTokenSource(Short);
        using (var logs = await client.Containers.GetContainerLogsAsync("abc", false, new ContainerLogsParameters()))
            await Should.ThrowAsync<OperationCanceledException>(() => logs.ReadOutputToEndAsync(giveUp.Token));
        await hungUp.Task;
    }
}
