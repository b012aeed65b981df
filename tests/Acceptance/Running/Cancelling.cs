using System.Diagnostics;
using Acceptance.Harness;

namespace Acceptance.Running;

/// <summary>Somebody presses Ctrl+C, or a CI job is cancelled.</summary>
public sealed class Cancelling(Checkout checkout) : IAsyncLifetime
{
    readonly string artifacts = Path.Combine(checkout.Root, "artifacts", $"cancelling-{Guid.NewGuid():N}");

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task During_load_takes_everything_down_within_seconds(string signal)
    {
        await using var build = checkout.Start(new Dictionary<string, string>(), "--target=Perf", $"--artifacts={artifacts}", $"--baselines={artifacts}/baselines");
        await build.Shows(" req/s ", TimeSpan.FromMinutes(2));

        var watch = Stopwatch.StartNew();
        build.Signal(signal);
        var finished = await build.Finish(TimeSpan.FromSeconds(30));

        finished.ExitCode.ShouldBe(130, finished.Everything);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        Processes.Of(checkout.Root).ShouldBeEmpty();
        Directory.Exists($"{artifacts}/baselines").ShouldBeFalse("a cancelled run makes no baseline");
        Directory.Exists($"{artifacts}/zenzefi/latest").ShouldBeFalse("a cancelled run is no result");
    }

    [Fact]
    public async Task Before_load_too()
    {
        await using var build = checkout.Start(new Dictionary<string, string>(), "--target=Perf", $"--artifacts={artifacts}");
        await build.Shows(" publish ", TimeSpan.FromMinutes(2));
        build.Signal("INT");
        var finished = await build.Finish(TimeSpan.FromSeconds(30));
        finished.ExitCode.ShouldBe(130, finished.Everything);
        Processes.Of(checkout.Root).ShouldBeEmpty();
    }

    [Fact]
    public async Task Twice_does_not_wait_for_anything()
    {
        await using var build = checkout.Start(new Dictionary<string, string>(), "--target=Perf", $"--artifacts={artifacts}");
        await build.Shows(" req/s ", TimeSpan.FromMinutes(2));
        build.Signal("INT");
        await Task.Delay(100);
        build.Signal("INT");
        var finished = await build.Finish(TimeSpan.FromSeconds(30));
        finished.ExitCode.ShouldBe(130, finished.Everything);
        Processes.Of(checkout.Root).ShouldBeEmpty();
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        if (Directory.Exists(artifacts)) Directory.Delete(artifacts, recursive: true);
        return ValueTask.CompletedTask;
    }
}
