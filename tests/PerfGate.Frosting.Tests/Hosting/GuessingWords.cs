using PerfGate.Frosting.Hosting;

namespace PerfGate.Frosting.Tests.Hosting;

public sealed class GuessingWords
{
    static readonly string[] Known = ["zenzefi", "corevia", "quick"];

    [Theory]
    [InlineData("zenzfi", " (did you mean 'zenzefi'?)")]
    [InlineData("QUICK", " (did you mean 'quick'?)")]
    [InlineData("corvia", " (did you mean 'corevia'?)")]
    [InlineData("something", "")]
    [InlineData("", "")]
    public void Only_a_word_that_is_close_is_guessed(string typed, string hint) => Closest.Hint(typed, Known).ShouldBe(hint);
}
