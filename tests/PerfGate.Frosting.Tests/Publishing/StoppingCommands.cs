using PerfGate.Frosting.Publishing;

namespace PerfGate.Frosting.Tests.Publishing;

public sealed class StoppingCommands
{
    [Fact]
    public void In_a_job_nothing_between_is_a_command_and_the_word_differs_each_time()
    {
        var (first, second) = (Printed(isJob: true), Printed(isJob: true));
        first[0].ShouldStartWith("::stop-commands::");
        first[1].ShouldBe("::error::from a stranger");
        first[2].ShouldBe($"::{first[0]["::stop-commands::".Length..]}::");
        first[2].ShouldNotBe(second[2]);
    }

    [Fact]
    public void Elsewhere_nothing_is_added() => Printed(isJob: false).ShouldBe(["::error::from a stranger"]);

    static string[] Printed(bool isJob)
    {
        using var output = new StringWriter();
        var commands = new StoppedCommands(output, isJob);
        output.WriteLine("::error::from a stranger");
        commands.Resume();
        return output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }
}
