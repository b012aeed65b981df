using Octokit.Tests.Support;

namespace Octokit.Tests.Beyond;

/// <summary>A token goes to its API and nowhere else.</summary>
public sealed class Secrets
{
    [Fact]
    public async Task A_redirect_to_another_server_is_followed_without_the_token()
    {
        await using var stranger = await FakeGitHub.AnsweringAsync(Answers.Json("""{"number":7}"""));
        await using var gitHub = await FakeGitHub.AnsweringAsync(
            Answers.Nothing(307, ("Location", $"{stranger.Address}elsewhere")));
        (await gitHub.Client.PullRequest.Get("octo", "repo", 7)).Number.ShouldBe(7);
        stranger.Request.Headers.ShouldNotContainKey("Authorization");
    }

    [Fact]
    public async Task A_next_page_on_another_server_is_asked_for_without_the_token()
    {
        await using var stranger = await FakeGitHub.AnsweringAsync(Answers.Json("[]"));
        await using var gitHub = await FakeGitHub.AnsweringAsync(
            Answers.Json("[]", 200, ("Link", $"<{stranger.Address}page?page=2>; rel=\"next\"")));
        await gitHub.Client.Issue.Comment.GetAllForIssue("octo", "repo", 7);
        stranger.Request.Headers.ShouldNotContainKey("Authorization");
    }

    [Theory]
    [InlineData("secret\n")]
    [InlineData("sec ret")]
    [InlineData("secrét")]
    public async Task A_token_that_cannot_be_sent_is_not_shown(string token)
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Json("{}"));
        var exception = await Should.ThrowAsync<FormatException>(
            () => gitHub.ClientOf(new Credentials(token)).PullRequest.Get("octo", "repo", 7));
        exception.ToString().ShouldNotContain(token.Trim());
        gitHub.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_error_that_repeats_the_token_is_masked()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Json("""{"message":"What is a-token?"}""", 401));
        var exception = await Should.ThrowAsync<AuthorizationException>(() => gitHub.Client.PullRequest.Get("octo", "repo", 7));
        exception.Message.ShouldBe("What is ***?");
        exception.ToString().ShouldNotContain("a-token");
        exception.HttpResponse.Body.ToString()!.ShouldNotContain("a-token");
    }
}
