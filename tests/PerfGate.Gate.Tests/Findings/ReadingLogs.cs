using PerfGate.Gate.Findings;
using PerfGate.Gate.Records;

namespace PerfGate.Gate.Tests.Findings;

public sealed class ReadingLogs
{
    [Fact]
    public void A_panic_is_found_with_its_line_and_time()
    {
        var finding = Given.Run.Saying("panic", 1, 7.2, 7.2, line: "Unhandled exception. System.IO.IOException: no disk").Look<PanicInLog>().Single();
        finding.Evidence.ShouldBe("The log of 'api' says so in 1 line, at second 7: \"Unhandled exception. System.IO.IOException: no disk\".");
        finding.Span().ShouldBe((7.2, 7.2));
    }

    [Fact]
    public void Other_kinds_are_no_panic() => Given.Run.Saying("error", 50).Saying("timeout", 3).Look<PanicInLog>().ShouldBeEmpty();

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void Ten_errors_are_worth_a_look(long count, bool found) => Given.Run.Saying("error", count).Finds<ErrorsInLog>().ShouldBe(found);

    [Fact]
    public void The_service_with_the_most_errors_comes_first()
    {
        var findings = Given.Run.Saying("error", 11, service: "few").Saying("error", 40, service: "many").Look<ErrorsInLog>();
        findings.Select(f => f.Evidence[..18]).ShouldBe(["The log of 'many' ", "The log of 'few' s"]);
    }

    [Fact]
    public void Deadlocks_are_found() =>
        Given.Run.Saying("deadlock", 3, service: "postgres").Look<Deadlocks>().Single().Evidence.ShouldStartWith("The log of 'postgres' says so in 3 lines, between second 7 and 9");

    [Fact]
    public void Without_deadlocks_there_are_none() => Given.Run.Saying("panic", 1).Look<Deadlocks>().ShouldBeEmpty();

    [Fact]
    public void A_line_without_a_time_gives_no_span()
    {
        var finding = Given.Run.Saying("deadlock", 2, null, null).Look<Deadlocks>().Single();
        finding.Evidence.ShouldBe("The log of 'api' says so in 2 lines: \"it went wrong\".");
        finding.Span().ShouldBe((null, null));
    }

    [Fact]
    public void A_long_line_is_cut_and_stays_one_line()
    {
        var evidence = Given.Run.Saying("panic", 1, line: $"first\nsecond {new string('x', 400)}").Look<PanicInLog>().Single().Evidence;
        evidence.ShouldContain("\"first second xxx");
        evidence.ShouldEndWith("x…\".");
        evidence.Length.ShouldBeLessThan(200);
    }

    [Fact]
    public void A_kind_that_is_listed_without_lines_says_nothing() => Given.Run.Saying("panic", 0).Look<PanicInLog>().ShouldBeEmpty();
}
