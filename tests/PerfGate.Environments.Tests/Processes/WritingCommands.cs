using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Tests.Processes;

public sealed class WritingCommands
{
    [Fact]
    public void A_command_reads_as_one_would_type_it() =>
        new ProcessCommand("git", "commit", "-m", "it's done", "").ToString().ShouldBe(@"git commit -m 'it'\''s done' ''");

    [Fact]
    public void A_command_without_a_program_cannot_be_made() => Should.Throw<ArgumentException>(() => new ProcessCommand(" "));
}
