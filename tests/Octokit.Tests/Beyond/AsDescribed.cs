using System.Net;
using System.Text;

namespace Octokit.Tests.Beyond;

/// <summary>Every call is allowed by GitHub's own description, and every example answer in it can be read.</summary>
public sealed class AsDescribed(DescribedGitHub gitHub) : IClassFixture<DescribedGitHub>
{
    const string Sha = "6dcb09b5b57875f334f61aebed695e2e4193db5e";

    [Fact]
    public async Task Comments_of_a_pull_request()
    {
        var comments = await gitHub.Client.Issue.Comment.GetAllForIssue(
            "octocat", "Hello-World", 1347, new ApiOptions { PageSize = 100, PageCount = 1 });
        var comment = comments.ShouldHaveSingleItem();
        comment.Body.ShouldBe("Me too");
        comment.User.Login.ShouldBe("octocat");
        comment.User.Type.ShouldBe(AccountType.User);
    }

    [Fact]
    public async Task A_comment_is_created_updated_and_deleted()
    {
        var comments = gitHub.Client.Issue.Comment;
        var comment = await comments.Create("octocat", "Hello-World", 1347, "Me too");
        comment.Id.ShouldBe(1);
        (await comments.Update("octocat", "Hello-World", comment.Id, "Me too")).Body.ShouldBe("Me too");
        await comments.Delete("octocat", "Hello-World", comment.Id);
    }

    [Fact]
    public async Task A_check_run_is_created_with_all_that_can_be_said()
    {
        var run = await gitHub.Client.Check.Run.Create("octocat", "Hello-World", new NewCheckRun("perf", Sha)
        {
            Status = CheckStatus.Completed,
            Conclusion = CheckConclusion.Neutral,
            StartedAt = DateTimeOffset.UnixEpoch,
            CompletedAt = DateTimeOffset.UnixEpoch.AddMinutes(1),
            DetailsUrl = "https://github.com/octocat/Hello-World/actions/runs/1",
            ExternalId = "run-1",
            Output = Everything(),
        });
        run.Name.ShouldBe("mighty_readme");
        run.Status.TryParse(out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData(CheckConclusion.Success)]
    [InlineData(CheckConclusion.Failure)]
    [InlineData(CheckConclusion.Neutral)]
    [InlineData(CheckConclusion.Cancelled)]
    [InlineData(CheckConclusion.TimedOut)]
    [InlineData(CheckConclusion.ActionRequired)]
    [InlineData(CheckConclusion.Skipped)]
    public async Task A_check_run_may_end_in_each_of_these_ways(CheckConclusion conclusion)
    {
        var update = new CheckRunUpdate
        {
            Name = "perf",
            Status = CheckStatus.Completed,
            Conclusion = conclusion,
            CompletedAt = DateTimeOffset.UnixEpoch,
            Output = Everything(),
        };
        var run = await gitHub.Client.Check.Run.Update("octocat", "Hello-World", 4, update);
        run.Id.ShouldBe(4);
        run.Conclusion!.Value.Value.ShouldBe(CheckConclusion.Neutral);
        run.Output.AnnotationsCount.ShouldBe(2);
    }

    [Theory]
    [InlineData(CommitState.Pending)]
    [InlineData(CommitState.Success)]
    [InlineData(CommitState.Error)]
    [InlineData(CommitState.Failure)]
    public async Task A_commit_may_have_each_of_these_states(CommitState state)
    {
        var status = await gitHub.Client.Repository.Status.Create("octocat", "Hello-World", Sha, new NewCommitStatus
        {
            State = state,
            TargetUrl = "https://ci.example.com/1000/output",
            Description = "Build has completed successfully",
            Context = "continuous-integration/jenkins",
        });
        status.State.Value.ShouldBe(CommitState.Success);
        status.Context.ShouldBe("continuous-integration/jenkins");
    }

    [Fact]
    public async Task A_pull_request()
    {
        var pull = await gitHub.Client.PullRequest.Get("octocat", "Hello-World", 1347);
        pull.Number.ShouldBe(1347);
        pull.State.Value.ShouldBe(ItemState.Open);
        pull.Head.Sha.ShouldBe(Sha);
        pull.Head.Ref.ShouldBe("new-topic");
        pull.Base.Repository.FullName.ShouldBe("octocat/Hello-World");
    }

    [Theory]
    [InlineData(ItemStateFilter.Open, PullRequestSort.Created, SortDirection.Descending)]
    [InlineData(ItemStateFilter.Closed, PullRequestSort.Updated, SortDirection.Ascending)]
    [InlineData(ItemStateFilter.All, PullRequestSort.LongRunning, SortDirection.Descending)]
    public async Task Pull_requests_of_a_branch(ItemStateFilter state, PullRequestSort sort, SortDirection direction)
    {
        var request = new PullRequestRequest
        {
            State = state, Head = "octocat:new-topic", Base = "master", SortProperty = sort, SortDirection = direction,
        };
        var pulls = await gitHub.Client.PullRequest.GetAllForRepository(
            "octocat", "Hello-World", request, new ApiOptions { PageSize = 100 });
        pulls.ShouldHaveSingleItem().Head.Sha.ShouldBe(Sha);
    }

    [Fact]
    public async Task Pull_requests_of_a_commit()
    {
        var pulls = await gitHub.Client.Repository.Commit.PullRequests("octocat", "Hello-World", Sha);
        pulls.ShouldHaveSingleItem().Number.ShouldBe(1347);
    }

    [Fact]
    public async Task What_is_not_allowed_is_refused()
    {
        var runs = gitHub.Client.Check.Run;
        await Should.ThrowAsync<ApiValidationException>(
            () => runs.Create("octocat", "Hello-World", new NewCheckRun("perf", Sha) { Status = "nonsense" }));
        await Should.ThrowAsync<ApiValidationException>(
            () => runs.Create("octocat", "Hello-World", new NewCheckRun("perf", null)));
    }

    [Theory]
    [InlineData("issues/1/comments", """{ "body": "x", "in_reply_to": 1 }""")]
    [InlineData("statuses/6dcb09b", """{ "state": "success", "targetUrl": "https://ci.example.com" }""")]
    [InlineData("check-runs", """{ "name": "p", "head_sha": "6", "output": { "title": "", "summary": "", "markdown": "" } }""")]
    public async Task What_is_misspelt_is_refused(string path, string body)
    {
        using var http = new HttpClient();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(gitHub.Address, $"/api/v3/repos/octocat/Hello-World/{path}"), content);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        $"{answer.Headers}{await answer.Content.ReadAsStringAsync()}".ShouldContain("must NOT have additional properties");
    }

    static NewCheckRunOutput Everything() => new("2 of 9 endpoints are slower", "**Regressed**")
    {
        Text = "details",
        Annotations =
        [
            new NewCheckRunAnnotation("perf/Suite.cs", 3, 3, CheckAnnotationLevel.Failure, "slower")
            {
                Title = "GET /balance", RawDetails = "p95", StartColumn = 1, EndColumn = 2,
            },
            new NewCheckRunAnnotation("perf/Suite.cs", 4, 5, CheckAnnotationLevel.Notice, "faster"),
        ],
    };
}
