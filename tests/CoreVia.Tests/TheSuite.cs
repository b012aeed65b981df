using CoreVia.Users;
using PerfGate.Gate.Suites;
using PerfGate.Load;

namespace CoreVia.Tests;

/// <summary>The suite is what people ran by hand: the same users, weights, waits, names and limits.</summary>
public sealed class TheSuite
{
    readonly SuiteDefinition suite = new CoreViaSuite().Build(Root());

    [Fact]
    public void Is_in_order() => suite.Problems().ShouldBeEmpty();

    [Fact]
    public void Has_nine_students_for_each_trainer() =>
        Shares(suite.Users).ShouldBe([("CoreViaUser", 9), ("TrainerUser", 1)]);

    [Fact]
    public void Has_both_mixes_by_name()
    {
        suite.Mixes.Keys.ShouldBe(["90-10", "50-50"]);
        Shares(suite.Mixes["90-10"]).ShouldBe(Shares(suite.Users));
        Shares(suite.Mixes["50-50"]).ShouldBe([("CoreViaUser", 1), ("TrainerUser", 1)]);
    }

    [Fact]
    public void Weighs_thirteen_tasks_as_ever()
    {
        Weights<CoreViaUser>().ShouldBe(
            [
                ("ReadFeed", 10), ("BrowseMarketplace", 7), ("LikePost", 5), ("ReadDashboard", 4), ("CreatePost", 3), ("ReadProduct", 3),
                ("AddComment", 2), ("LogWorkout", 2), ("LogFood", 2), ("ReadProfile", 1),
            ]);
        Weights<TrainerUser>().ShouldBe([("CreateProduct", 5), ("ListProducts", 3), ("PostTip", 2)]);
    }

    [Fact]
    public void Waits_as_ever()
    {
        new CoreViaUser().Pace.ShouldBe(Pace.Between(1.Seconds(), 3.Seconds()));
        new TrainerUser().Pace.ShouldBe(Pace.Between(2.Seconds(), 5.Seconds()));
    }

    [Theory]
    [InlineData(200, 500, 1000, "Social Feed", "Social Feed (for like)", "Social Feed (for comment)")]
    [InlineData(300, 1000, 2000, "Create Post", "Trainer Post")]
    [InlineData(250, 500, 1000, "Marketplace Browse", "Marketplace Browse (for detail)")]
    [InlineData(500, 1500, 3000, "Analytics Dashboard")]
    [InlineData(150, 300, 500, "Like Post")]
    [InlineData(400, 1000, 2000, "Register", "/api/v1/auth/register", "Login", "/api/v1/auth/login")]
    public void Limits_endpoints_as_of_old(double target, double acceptable, double critical, params string[] endpoints)
    {
        foreach (var endpoint in endpoints)
        {
            var limit = suite.Targets.Single(t => t.Limit.Endpoint == endpoint).Limit;
            (limit.Metric, limit.Target, limit.Acceptable, limit.Critical).ShouldBe(("p95", target, acceptable, critical));
        }
    }

    [Theory]
    [InlineData("errorRate", 0.001, 0.01, 0.05)]
    [InlineData("requestsPerSecond", 500, 100, 100)]
    [InlineData("concurrentUsers", 500, 100, 100)]
    public void Has_the_limits_of_old_for_all_requests_together(string metric, double target, double acceptable, double critical)
    {
        var limit = suite.Targets.Single(t => t.Limit.Endpoint is null && t.Limit.Metric == metric).Limit;
        (limit.Target, limit.Acceptable, limit.Critical).ShouldBe((target, acceptable, critical));
    }

    [Fact]
    public void Does_not_ask_a_hundred_thoughtful_users_for_five_hundred_requests_a_second() =>
        suite.Targets.Where(t => t.Limit.Metric == "requestsPerSecond").ShouldAllBe(t => !t.HoldsFor("quick") && t.HoldsFor("peak"));

    [Fact]
    public void Judges_arrivals_where_they_are_measured() =>
        suite.Targets.Where(t => t.Limit.Endpoint is "Register" or "Login").ShouldAllBe(t => t.HoldsFor("spike") && !t.HoldsFor("quick"));

    [Fact]
    public void Counts_as_a_success_as_ever()
    {
        suite.Criteria.Select(c => (c.Kind, c.Limit)).ShouldBe(
            [("error-rate", 0.01), ("p95", 500), ("concurrent-users", 100), ("no-memory-leak", 0.2), ("stable-connections", null), ("no-crashes", null)]);
        var critical = suite.Criteria.Single(c => c.Kind == "p95");
        critical.Endpoints.ShouldBe(["Social Feed", "Create Post", "Marketplace Browse", "Like Post"]);
        critical.Methods.ShouldBe(["GET", "POST", "GET", "POST"]);
    }

    static IEnumerable<(string Name, int Weight)> Shares(IEnumerable<UserClass> users) => users.Select(u => (u.Name, u.Weight));

    static IEnumerable<(string Name, int Weight)> Weights<TUser>() =>
        typeof(TUser).GetMethods()
            .Select(m => (m.Name, Task: m.GetCustomAttributes(typeof(UserTaskAttribute), false).Cast<UserTaskAttribute>().SingleOrDefault()))
            .Where(m => m.Task is not null)
            .Select(m => (m.Name, m.Task!.Weight));

    static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PerfGate.slnx"))) folder = folder.Parent;
        return folder!.FullName;
    }
}
