using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Tests.Processes;

public sealed class ReadingProcesses
{
    [Fact]
    public void A_name_with_brackets_and_blanks_does_not_shift_the_fields()
    {
        const string Line = "42 (a) (b c) S 7 41 40 0 -1 4194304 1 2 3 4 11 13 17 19 20 0 9 0 5555 1000000 321 18446744073709551615";

        ProcessStat.Parse(Line).ShouldBe(new ProcessStat(42, "a) (b c", 'S', 7, 40, 24, 36, 5555, 321));
    }

    [Fact]
    public void This_process_is_found_among_all() =>
        ProcessStat.All().ShouldContain(stat => stat.Pid == Environment.ProcessId && !stat.IsGone);

    [Fact]
    public void A_process_that_is_not_there_is_null() => ProcessStat.Read(int.MaxValue).ShouldBeNull();

    [Fact]
    public void A_pid_that_was_given_to_somebody_else_is_not_taken_for_ours() =>
        new ProcessTree(Environment.ProcessId, rootStart: 1, mark: null).Members(thorough: false).ShouldBeEmpty();
}
