using Octokit.Tests.Support;

namespace Octokit.Tests;

/// <summary>Which call is which request.</summary>
public sealed class Asking
{
    [Fact]
    public async Task Comments_are_listed_by_the_number_of_the_pull_request()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Json("[]"));
        var comments = await gitHub.Client.Issue.Comment.GetAllForIssue("octo", "repo", 7, new ApiOptions { PageSize = 100 });
        comments.ShouldBeEmpty();
        gitHub.Request.Method.ShouldBe("GET");
        gitHub.Request.Target.ShouldStartWith("/api/v3/repos/octo/repo/issues/7/comments?");
        gitHub.Request.Target.ShouldEndWith("per_page=100");
    }

    [Fact]
    public async Task A_comment_is_created_with_its_text()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Json("""{"id":1}""", 201));
        await gitHub.Client.Issue.Comment.Create("octo", "repo", 7, "a | b");
        gitHub.Request.ShouldBe("POST", "/api/v3/repos/octo/repo/issues/7/comments", """{"body":"a | b"}""");
    }

    [Fact]
    public async Task A_comment_is_updated_by_its_own_number_which_may_be_large()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Json("""{"id":9876543210}"""));
        await gitHub.Client.Issue.Comment.Update("octo", "repo", 9876543210, "new");
        gitHub.Request.ShouldBe("PATCH", "/api/v3/repos/octo/repo/issues/comments/9876543210", """{"body":"new"}""");
    }

    [Fact]
    public async Task A_comment_is_deleted()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Nothing(204));
        await gitHub.Client.Issue.Comment.Delete("octo", "repo", 5);
        gitHub.Request.ShouldBe("DELETE", "/api/v3/repos/octo/repo/issues/comments/5");
    }

    [Fact]
    public async Task A_check_run_is_created_with_what_is_said_of_it_and_nothing_else()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Json("""{"id":1}""", 201));
        await gitHub.Client.Check.Run.Create("octo", "repo", new NewCheckRun("perf", "abc")
        {
            Status = CheckStatus.Completed,
            Conclusion = CheckConclusion.TimedOut,
            CompletedAt = new DateTimeOffset(2026, 1, 2, 5, 4, 5, TimeSpan.FromHours(2)),
            DetailsUrl = "https://ci.example/1",
            Output = new NewCheckRunOutput("title", "summary")
            {
                Annotations =
                [
                    new NewCheckRunAnnotation("perf/A.cs", 3, 4, CheckAnnotationLevel.Failure, "slow") { Title = "A" },
                ],
            },
        });
        gitHub.Request.ShouldBe("POST", "/api/v3/repos/octo/repo/check-runs", """
            {
              "name": "perf", "head_sha": "abc", "status": "completed", "conclusion": "timed_out",
              "completed_at": "2026-01-02T03:04:05Z", "details_url": "https://ci.example/1",
              "output": {
                "title": "title", "summary": "summary",
                "annotations": [
                  {
                    "path": "perf/A.cs", "start_line": 3, "end_line": 4,
                    "annotation_level": "failure", "message": "slow", "title": "A"
                  }
                ]
              }
            }
            """);
    }

    [Fact]
    public async Task A_check_run_is_updated_in_what_is_said()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Json("""{"id":1}"""));
        await gitHub.Client.Check.Run.Update("octo", "repo", 11, new CheckRunUpdate { Status = CheckStatus.InProgress });
        gitHub.Request.ShouldBe("PATCH", "/api/v3/repos/octo/repo/check-runs/11", """{"status":"in_progress"}""");
    }

    [Fact]
    public async Task A_status_is_created_on_a_commit()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Json("""{"id":1}""", 201));
        await gitHub.Client.Repository.Status.Create("octo", "repo", "abc", new NewCommitStatus
        {
            State = CommitState.Failure,
            Context = "perf",
            Description = "2 of 9 endpoints are slower",
        });
        gitHub.Request.ShouldBe("POST", "/api/v3/repos/octo/repo/statuses/abc", """
            { "state": "failure", "context": "perf", "description": "2 of 9 endpoints are slower" }
            """);
    }

    [Fact]
    public async Task A_pull_request_is_got_by_its_number()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Json("""{"number":7}"""));
        (await gitHub.Client.PullRequest.Get("octo", "repo", 7)).Number.ShouldBe(7);
        gitHub.Request.ShouldBe("GET", "/api/v3/repos/octo/repo/pulls/7");
    }

    [Fact]
    public async Task Pull_requests_are_listed_by_state_head_and_base()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Json("[]"));
        await gitHub.Client.PullRequest.GetAllForRepository(
            "octo", "repo", new PullRequestRequest { State = ItemStateFilter.All, Head = "fork:a&b", Base = "main" });
        gitHub.Request.Target.ShouldStartWith("/api/v3/repos/octo/repo/pulls?");
        var query = gitHub.Request.Target.Split('?')[1].Split('&');
        query.ShouldBe(["state=all", "head=fork%3Aa%26b", "base=main", "sort=created", "direction=desc"], ignoreOrder: true);
    }

    [Fact]
    public async Task Pull_requests_of_a_commit_are_listed_by_its_sha()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Json("""[{"number":7}]"""));
        var pulls = await gitHub.Client.Repository.Commit.PullRequests("octo", "repo", "abc");
        pulls.ShouldHaveSingleItem().Number.ShouldBe(7);
        gitHub.Request.ShouldBe("GET", "/api/v3/repos/octo/repo/commits/abc/pulls");
    }

    [Fact]
    public async Task It_says_who_calls()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Json("[]"));
        await gitHub.Client.Issue.Comment.GetAllForIssue("octo", "repo", 7);
        gitHub.Request.Headers["User-Agent"].ShouldStartWith("PerfGate ");
    }

    [Theory]
    [InlineData(AuthenticationType.Oauth, "Token a-token")]
    [InlineData(AuthenticationType.Bearer, "Bearer a-token")]
    public async Task A_token_is_said_as_the_caller_wants(AuthenticationType type, string header)
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Json("[]"));
        await gitHub.ClientOf(new Credentials("a-token", type)).Issue.Comment.GetAllForIssue("octo", "repo", 7);
        gitHub.Request.Headers["Authorization"].ShouldBe(header);
    }

    [Fact]
    public async Task Login_and_password_are_said_as_such()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Json("[]"));
        await gitHub.ClientOf(new Credentials("octo", "cat")).Issue.Comment.GetAllForIssue("octo", "repo", 7);
        gitHub.Request.Headers["Authorization"].ShouldBe("Basic b2N0bzpjYXQ=");
    }

    [Fact]
    public async Task Nobody_says_nothing()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Json("[]"));
        await gitHub.ClientOf(Credentials.Anonymous).Issue.Comment.GetAllForIssue("octo", "repo", 7);
        gitHub.Request.Headers.ShouldNotContainKey("Authorization");
    }

    [Fact]
    public async Task An_owner_that_is_missing_is_said_before_anything_is_sent()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Json("[]"));
        await Should.ThrowAsync<ArgumentNullException>(() => gitHub.Client.Issue.Comment.Delete(null, "repo", 5));
        await Should.ThrowAsync<ArgumentException>(() => gitHub.Client.PullRequest.Get("octo", " ", 5));
        gitHub.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("https://github.com", "https://api.github.com/")]
    [InlineData("https://api.github.com/", "https://api.github.com/")]
    [InlineData("https://git.example", "https://git.example/api/v3/")]
    [InlineData("https://git.example:8443/api/v3", "https://git.example:8443/api/v3/")]
    public void An_Enterprise_server_has_its_API_at_a_path_of_its_own(string said, string meant) =>
        new GitHubClient(new ProductHeaderValue("PerfGate"), new Uri(said)).BaseAddress.ShouldBe(new Uri(meant));
}
