using PerfGate.Environments.Checks;

namespace PerfGate.Environments.Tests.Checks;

public sealed class RunningTheChecklist
{
    [Fact]
    public async Task Every_problem_is_reported_at_once()
    {
        var report = await Preflight.RunAsync(
            [new SettingsCheck("settings", () => ["no users", "no time"]), new SettingsCheck("suite", () => []), new SettingsCheck("profile", () => ["no stage"])],
            CancellationToken.None);

        report.Passed.ShouldBeFalse();
        report.Failures.Select(result => result.Text).ShouldBe(["settings: no users", "settings: no time", "profile: no stage"]);
    }

    [Fact]
    public async Task A_check_that_breaks_is_a_problem_and_hides_no_other()
    {
        var report = await Preflight.RunAsync(
            [new SettingsCheck("settings", () => throw new InvalidOperationException("broken")), new SettingsCheck("suite", () => ["empty"])],
            CancellationToken.None);

        report.Failures.Select(result => result.Text).ShouldBe(["settings: broken", "suite: empty"]);
    }

    [Fact]
    public async Task Cancelling_ends_it()
    {
        await Should.ThrowAsync<OperationCanceledException>(() =>
            Preflight.RunAsync([new SettingsCheck("settings", () => [])], new CancellationToken(canceled: true)));
    }

    [Fact]
    public void A_warning_does_not_stop_a_run() =>
        new PreflightReport([PreflightResult.Warning("noisy")]).Passed.ShouldBeTrue();

    [Fact]
    public void It_reads_as_a_list_of_signs_with_the_advice_below() => new PreflightReport(
        [PreflightResult.Passed("SDK answers"), PreflightResult.Warning("noisy", "Close something."), PreflightResult.Failed("no disk", "Make room,\nor move.")])
        .ToString()
        .ShouldBe("""
            ✓ SDK answers
            ! noisy
                Close something.
            ✗ no disk
                Make room,
                or move.
            """);
}
