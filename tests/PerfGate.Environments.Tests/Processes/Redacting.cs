using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Tests.Processes;

public sealed class Redacting
{
    [Fact]
    public void Every_occurrence_of_a_secret_is_masked_the_longest_first() =>
        Redactor.Of("abc", "abcdef").Mask("abcdef abc xabcx").ShouldBe("*** *** x***x");

    [Theory]
    [InlineData("GITHUB_TOKEN")]
    [InlineData("ClientSecret")]
    [InlineData("PGPASSWORD")]
    [InlineData("NUGET_API_KEY")]
    public void Variables_whose_names_look_like_secrets_are_masked(string name) =>
        Redactor.OfVariables(new Dictionary<string, string> { [name] = "s3cr3t-value" }).Mask("got s3cr3t-value").ShouldBe("got ***");

    [Fact]
    public void Other_variables_are_not() =>
        Redactor.OfVariables(new Dictionary<string, string> { ["HOME"] = "/home/ada" }).Mask("in /home/ada").ShouldBe("in /home/ada");

    [Fact]
    public void A_short_value_is_masked_only_when_it_was_declared_secret()
    {
        var variables = new Dictionary<string, string> { ["ACCESS_TOKEN_EXPIRE_MINUTES"] = "60", ["PIN"] = "4711" };

        Redactor.Of().With(variables, ["PIN"]).Mask("60 minutes, pin 4711").ShouldBe("60 minutes, pin ***");
    }

    [Fact]
    public void A_password_in_a_url_is_masked() =>
        Redactor.Of().Mask("postgres://ada:hunter2@db:5432/x and http://127.0.0.1:80/a@b").ShouldBe("postgres://ada:***@db:5432/x and http://127.0.0.1:80/a@b");

    [Fact]
    public void An_empty_secret_masks_nothing() => Redactor.Of("").Mask("text").ShouldBe("text");
}
