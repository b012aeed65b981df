using PerfGate.Gate.Suites;

namespace PerfGate.Gate.Tests.Suites;

public sealed class GuessingWords
{
    static readonly string[] Known = ["zenzefi", "corevia", "quick", "lunch"];

    [Theory]
    [InlineData("zenzfi", " (did you mean 'zenzefi'?)")]
    [InlineData("QUICK", " (did you mean 'quick'?)")]
    [InlineData("corvia", " (did you mean 'corevia'?)")]
    [InlineData("lunhc", " (did you mean 'lunch'?)")]
    [InlineData("ulnhc", "")]
    [InlineData("something", "")]
    [InlineData("", "")]
    public void Only_a_word_that_is_close_is_guessed(string typed, string hint) => Closest.Hint(typed, Known).ShouldBe(hint);
}
