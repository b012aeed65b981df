using System.Diagnostics;
using PerfGate.Load.Scheduling;

namespace PerfGate.Load.Tests.Scheduling;

public sealed class Sleeping
{
    public static TheoryData<string> Kinds => OperatingSystem.IsLinux() ? ["portable", "linux"] : ["portable"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_sleep_takes_about_as_long_as_it_was_asked_for(string kind)
    {
        using var sleeper = Create(kind);
        sleeper.Prepare();
        var watch = Stopwatch.StartNew();
        sleeper.Sleep(30_000);
        watch.Elapsed.ShouldBeInRange(28.Milliseconds(), 10.Seconds());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_sleep_can_be_ended_and_so_can_one_that_has_not_begun(string kind)
    {
        using var sleeper = Create(kind);
        var sleeping = Task.Run(() => sleeper.Sleep(3_600_000_000_000));
        await Task.Delay(50);
        sleeping.IsCompleted.ShouldBeFalse();
        sleeper.Wake();
        await sleeping.WaitAsync(10.Seconds());

        sleeper.Wake();
        await Task.Run(() => sleeper.Sleep(60_000_000)).WaitAsync(10.Seconds());
    }

    [Fact]
    public void Whoever_wakes_one_that_is_gone_does_no_harm()
    {
        var gone = Sleeper.Create();
        gone.Dispose();
        gone.Wake();
    }

    static Sleeper Create(string kind) => kind == "linux" ? new LinuxSleeper() : new PortableSleeper();
}
