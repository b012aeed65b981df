using PerfGate.Gate.Judging;

namespace PerfGate.Gate.Tests.Judging;

public sealed class TellingADeath
{
    [Theory]
    [InlineData("'api' ended: exit code 1. It wrote nothing.", "'api' ended: exit code 1. It wrote nothing.")]
    [InlineData("'api' ended: exit code 137. Its last lines:\n    out of luck", "'api' ended: exit code 137")]
    [InlineData("why is not known", "why is not known")]
    public void In_a_headline_the_log_is_left_out(string told, string short_) => Words.WithoutLog(told).ShouldBe(short_);
}
