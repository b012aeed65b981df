using PerfGate.Gate.Criteria;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Tests.Criteria;

public sealed class LookingForCrashes
{
    static readonly ResourceRecord Api = new("api", null, null, null, [], [], []);

    [Fact]
    public void A_quiet_log_of_services_that_lived_passes()
    {
        var result = Judge(Quiet with { Resources = [Api with { Restarts = 0, OomKills = 0 }] });
        (result.Title, result.Outcome).ShouldBe(("No crash, restart, OOM kill or panic", Outcome.Passed));
        result.Evidence.ShouldBe("No service ended, and none tells of a panic in 1,230 lines of the log of 'api'.");
        Judge(Quiet with { Resources = [Api] }).Outcome.ShouldBe(Outcome.Passed, "a plain process is not started again: its end is the run's");
    }

    [Fact]
    public void A_system_that_died_fails()
    {
        var result = Judge(Quiet with { End = RunEnd.SystemDied, SystemDeath = "'api' exited with code 139. The end of its log:\n  no" });
        (result.Outcome, result.Evidence).ShouldBe((Outcome.Failed, "'api' exited with code 139. Load had run for 25 s."));
    }

    [Theory]
    [InlineData(1L, null, "'api' was started again once.")]
    [InlineData(3L, null, "'api' was started again 3 times.")]
    [InlineData(null, 1L, "1 OOM kill of 'api' at its memory limit.")]
    [InlineData(1L, 2L, "'api' was started again once. 2 OOM kills of 'api' at its memory limit.")]
    public void Restarts_and_kills_fail(long? restarts, long? kills, string evidence)
    {
        var result = Judge(Quiet with { Resources = [Api with { Restarts = restarts, OomKills = kills }] });
        (result.Outcome, result.Evidence).ShouldBe((Outcome.Failed, evidence));
    }

    [Theory]
    [InlineData("panic", "a panic")]
    [InlineData("out-of-memory", "memory that was refused")]
    public void A_log_that_tells_of_a_crash_fails_with_its_line(string kind, string what)
    {
        var result = Judge(Logs(new LogMatchRecord(kind, 2, 12.4, 19, "fatal error: all is lost")));
        (result.Outcome, result.Evidence).ShouldBe((Outcome.Failed, $"The log of 'api' tells of {what} 2 times, first in second 12: \"fatal error: all is lost\"."));
    }

    [Fact]
    public void A_long_line_is_cut()
    {
        var evidence = Judge(Logs(new LogMatchRecord("panic", 1, null, null, new string('x', 500)))).Evidence;
        evidence.ShouldBe($"The log of 'api' tells of a panic once: \"{new string('x', 119)}…\".");
    }

    [Fact]
    public void Other_trouble_in_a_log_is_no_crash() =>
        Judge(Logs(new LogMatchRecord("timeout", 9, 1, 2, "timed out"), new LogMatchRecord("error", 9, 1, 2, "error"))).Outcome.ShouldBe(Outcome.Passed);

    [Fact]
    public void Without_a_log_it_is_undecided_unless_something_else_tells_of_a_crash()
    {
        var run = Samples.Typical() with { Resources = [Api] };
        var result = Judge(run);
        (result.Outcome, result.Evidence).ShouldBe((Outcome.Undecided, "No service ended, but no log could be read, and a panic may be in it."));
        Judge(run with { Resources = [Api with { Restarts = 1 }] }).Outcome.ShouldBe(Outcome.Failed);
    }

    [Fact]
    public void More_than_three_troubles_are_counted()
    {
        var services = new[] { "a", "b", "c", "d", "e" }.Select(name => Api with { Service = name, Restarts = 1 });
        Judge(Quiet with { Resources = [.. services] }).Evidence.ShouldEndWith("'c' was started again once. And 2 more.");
    }

    static RunRecord Quiet => Logs();

    static RunRecord Logs(params LogMatchRecord[] matches) => Samples.Typical() with { Logs = [new LogRecord("api", 1_230, matches)] };

    static CriterionResult Judge(RunRecord run) =>
        CriteriaJudge.Judge(run with { Criteria = [new CriterionRecord(CriterionKinds.NoCrashes)] }).ShouldHaveSingleItem();
}
