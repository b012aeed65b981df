namespace Octokit.Tests;

/// <summary>GitHub's words, and what they mean.</summary>
public sealed class Words
{
    [Fact]
    public void A_meaning_has_its_word()
    {
        StringEnum<CheckConclusion> conclusion = CheckConclusion.ActionRequired;
        conclusion.StringValue.ShouldBe("action_required");
        conclusion.ToString().ShouldBe("action_required");
        conclusion.Value.ShouldBe(CheckConclusion.ActionRequired);
    }

    [Fact]
    public void A_word_has_its_meaning()
    {
        StringEnum<CheckConclusion> conclusion = "timed_out";
        conclusion.TryParse(out var meaning).ShouldBeTrue();
        meaning.ShouldBe(CheckConclusion.TimedOut);
        (conclusion == CheckConclusion.TimedOut).ShouldBeTrue();
        (conclusion == "TIMED_OUT").ShouldBeTrue();
    }

    [Fact]
    public void Two_words_that_nobody_knows_are_the_same_if_they_are_spelled_so()
    {
        (new StringEnum<CheckStatus>("waiting") == "Waiting").ShouldBeTrue();
        (new StringEnum<CheckStatus>("waiting") != "pending").ShouldBeTrue();
    }

    [Fact]
    public void A_number_without_a_meaning_is_no_word() =>
        Should.Throw<ArgumentException>(() => new StringEnum<CheckStatus>((CheckStatus)99));

    [Theory]
    [InlineData("PerfGate", null, "PerfGate")]
    [InlineData("PerfGate", "1.0", "PerfGate/1.0")]
    public void A_product_is_its_name_and_version(string name, string? version, string text)
    {
        var product = version is null ? new ProductHeaderValue(name) : new ProductHeaderValue(name, version);
        product.ToString().ShouldBe(text);
        (product.Name, product.Version).ShouldBe((name, version));
    }

    [Fact]
    public void A_token_must_be_there()
    {
        Should.Throw<ArgumentNullException>(() => new Credentials((string)null!));
        Should.Throw<ArgumentException>(() => new Credentials(" "));
    }
}
