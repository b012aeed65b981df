using System.Text.Json.Nodes;
using Octokit.Tests.Support;

namespace Octokit.Tests.Beyond;

/// <summary>Where the substitute asks for more than the package does.</summary>
public sealed class Exactness
{
    [Fact]
    public async Task The_version_of_the_API_is_said()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Json("[]"));
        await gitHub.Client.Issue.Comment.GetAllForIssue("octo", "repo", 7);
        gitHub.Request.Headers["Accept"].ShouldBe("application/vnd.github+json");
        gitHub.Request.Headers["X-GitHub-Api-Version"].ShouldBe("2022-11-28");
    }

    [Fact]
    public async Task JSON_is_sent_as_JSON()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Json("""{"id":1}"""));
        await gitHub.Client.Issue.Comment.Create("octo", "repo", 7, "x");
        gitHub.Request.Headers["Content-Type"].ShouldBe("application/json; charset=utf-8");
    }

    [Fact]
    public async Task What_is_not_JSON_is_an_error_and_not_nothing()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Text("<h1>Sign in</h1>", "text/html"));
        var exception = await Should.ThrowAsync<ApiException>(() => gitHub.Client.PullRequest.Get("octo", "repo", 7));
        exception.Message.ShouldBe(
            $"What answered GET {gitHub.Address}api/v3/repos/octo/repo/pulls/7 is not GitHub's API: "
            + "it sent text/html instead of JSON.");
    }

    [Fact]
    public async Task A_check_that_has_not_begun_has_no_beginning()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Json(
            """{ "id": 4, "status": "queued", "started_at": null }"""));
        var run = await gitHub.Client.Check.Run.Update("octo", "repo", 4, new CheckRunUpdate());
        run.Status.Value.ShouldBe(CheckStatus.Queued);
        run.StartedAt.ShouldBe(default);
    }

    [Fact]
    public async Task An_answer_that_stops_halfway_is_given_up()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.HalfAnAnswer);
        var client = gitHub.Client;
        client.SetRequestTimeout(TimeSpan.FromMilliseconds(200));
        await Should.ThrowAsync<TaskCanceledException>(() => client.PullRequest.Get("octo", "repo", 7));
    }

    [Fact]
    public async Task An_error_in_bare_sentences_is_understood()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(
            Answers.Json("""{"message":"Validation Failed","errors":["No commit found for SHA: abc"]}""", 422));
        var exception = await Should.ThrowAsync<ApiValidationException>(
            () => gitHub.Client.Repository.Status.Create("octo", "repo", "abc", new NewCommitStatus()));
        exception.ApiError.Errors.ShouldHaveSingleItem().Message.ShouldBe("No commit found for SHA: abc");
    }

    [Fact]
    public async Task Any_text_can_be_sent()
    {
        const string text = "half a pair \ud83d here, nul \0, bell \a, bidi \u202e, --> <script> @everyone";
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Json("""{"id":1}"""));
        await gitHub.Client.Issue.Comment.Create("octo", "repo", 7, text);
        JsonNode.Parse(gitHub.Request.Body)!["body"]!.GetValue<string>().ShouldBe(text.Replace('\ud83d', '\ufffd'));
    }

    [Fact]
    public async Task A_name_cannot_lead_out_of_its_place()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Json("""{"id":1}"""));
        await gitHub.Client.Repository.Status.Create("octo", "re/po?", "a#b", new NewCommitStatus());
        gitHub.Request.Target.ShouldBe("/api/v3/repos/octo/re%2Fpo%3F/statuses/a%23b");
    }
}
