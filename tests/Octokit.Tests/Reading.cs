using System.Runtime.Serialization;
using Octokit.Tests.Support;

namespace Octokit.Tests;

/// <summary>What answers mean.</summary>
public sealed class Reading
{
    [Fact]
    public async Task A_comment_says_who_wrote_what_and_when()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Json("""
            {
              "id": 9876543210, "body": "<!-- marker -->\nÄ", "html_url": "https://github.com/octo/repo/pull/7#issuecomment-1",
              "created_at": "2026-01-02T03:04:05Z", "updated_at": "2026-01-02T03:04:06Z", "performed_via_github_app": null,
              "user": { "id": 41898282, "login": "github-actions[bot]", "type": "Bot" }
            }
            """));
        var comment = await gitHub.Client.Issue.Comment.Create("octo", "repo", 7, "x");
        comment.Id.ShouldBe(9876543210);
        comment.Body.ShouldBe("<!-- marker -->\nÄ");
        comment.HtmlUrl.ShouldBe("https://github.com/octo/repo/pull/7#issuecomment-1");
        comment.CreatedAt.ShouldBe(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        comment.UpdatedAt.ShouldBe(comment.CreatedAt.AddSeconds(1));
        comment.User.Login.ShouldBe("github-actions[bot]");
        comment.User.Type.ShouldBe(AccountType.Bot);
    }

    [Fact]
    public async Task A_pull_request_says_its_two_ends()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Json("""
            {
              "number": 7, "state": "open", "merged_at": null, "draft": true,
              "head": {
                "ref": "faster", "sha": "abc", "label": "fork:faster",
                "repo": { "full_name": "fork/repo", "fork": true, "owner": { "login": "fork" } }
              },
              "base": { "ref": "main", "sha": "def", "repo": { "full_name": "octo/repo" } }
            }
            """));
        var pull = await gitHub.Client.PullRequest.Get("octo", "repo", 7);
        pull.State.Value.ShouldBe(ItemState.Open);
        pull.Draft.ShouldBeTrue();
        pull.MergedAt.ShouldBeNull();
        pull.Merged.ShouldBeFalse();
        (pull.Head.Ref, pull.Head.Sha, pull.Head.Label).ShouldBe(("faster", "abc", "fork:faster"));
        pull.Head.Repository.FullName.ShouldBe("fork/repo");
        pull.Head.Repository.Fork.ShouldBeTrue();
        pull.Head.Repository.Owner.Login.ShouldBe("fork");
        pull.Base.Repository.FullName.ShouldBe("octo/repo");
    }

    [Fact]
    public async Task A_fork_that_was_deleted_is_null()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(
            Answers.Json("""[{ "number": 7, "head": { "sha": "abc", "repo": null } }]"""));
        var pulls = await gitHub.Client.Repository.Commit.PullRequests("octo", "repo", "abc");
        pulls.ShouldHaveSingleItem().Head.Repository.ShouldBeNull();
    }

    [Fact]
    public async Task A_check_that_has_not_ended_has_no_conclusion()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Json(
            """{ "id": 4, "status": "in_progress", "conclusion": null, "output": { "title": null, "annotations_count": 2 } }"""));
        var run = await gitHub.Client.Check.Run.Update("octo", "repo", 4, new CheckRunUpdate());
        run.Status.Value.ShouldBe(CheckStatus.InProgress);
        run.Conclusion.ShouldBeNull();
        run.Output.AnnotationsCount.ShouldBe(2);
    }

    [Fact]
    public async Task A_word_that_GitHub_added_later_is_kept()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Json("""{ "id": 4, "status": "waiting" }"""));
        var run = await gitHub.Client.Check.Run.Update("octo", "repo", 4, new CheckRunUpdate());
        run.Status.StringValue.ShouldBe("waiting");
        run.Status.TryParse(out _).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => run.Status.Value);
    }

    [Fact]
    public async Task A_status_is_read_back()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Json(
            """{ "id": 4, "state": "error", "context": "perf", "description": null, "creator": { "login": "octo" } }""", 201));
        var status = await gitHub.Client.Repository.Status.Create("octo", "repo", "abc", new NewCommitStatus());
        status.State.Value.ShouldBe(CommitState.Error);
        status.Context.ShouldBe("perf");
        status.Description.ShouldBeNull();
        status.Creator.Login.ShouldBe("octo");
    }

    [Theory]
    [InlineData("{\"id\":")]
    [InlineData("Not JSON")]
    public async Task JSON_that_is_broken_is_an_error(string body)
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Json(body));
        await Should.ThrowAsync<SerializationException>(() => gitHub.Client.PullRequest.Get("octo", "repo", 7));
    }

    [Fact]
    public async Task The_rate_limit_comes_with_every_answer()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Json(
            "[]", 200, ("X-RateLimit-Limit", "1000"), ("X-RateLimit-Remaining", "998"), ("X-RateLimit-Reset", "1767323045")));
        var client = gitHub.Client;
        client.GetLastApiInfo().ShouldBeNull();
        await client.Issue.Comment.GetAllForIssue("octo", "repo", 7);
        var limit = client.GetLastApiInfo().RateLimit;
        (limit.Limit, limit.Remaining, limit.ResetAsUtcEpochSeconds).ShouldBe((1000, 998, 1767323045));
        limit.Reset.ShouldBe(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
    }
}
