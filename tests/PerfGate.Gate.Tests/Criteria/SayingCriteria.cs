using PerfGate.Gate.Records;
using PerfGate.Gate.Suites;
using PerfGate.Load;

namespace PerfGate.Gate.Tests.Criteria;

public sealed class SayingCriteria
{
    [Fact]
    public void Every_suite_starts_with_three() =>
        CriteriaBuilder.Always.Select(c => (c.Kind, c.Limit)).ShouldBe([("no-memory-leak", 0.2), ("stable-connections", null), ("no-crashes", null)]);

    [Fact]
    public void Criteria_are_kept_in_one_order_with_the_limits_of_their_kinds() =>
        Said(c => c.ConcurrentUsers(100).NoMemoryLeak(0.1).P95(TimeSpan.FromSeconds(0.5), "/feed", "/post", "/feed").ErrorRate(0.01))
            .Select(c => (c.Kind, c.Limit, string.Join(' ', c.Endpoints))).ShouldBe(
            [
                ("error-rate", 0.01, ""), ("p95", 500, "/feed /post"), ("concurrent-users", 100, ""),
                ("no-memory-leak", 0.1, ""), ("stable-connections", null, ""), ("no-crashes", null, ""),
            ]);

    [Fact]
    public void Critical_endpoints_are_kept_by_method_and_name()
    {
        var criterion = Said(c => c.P95(TimeSpan.FromSeconds(0.5), Endpoint.Get("/notes"), Endpoint.Post("/notes"), Endpoint.Get("/notes?page=2"))).Single(c => c.Kind == "p95");
        criterion.Endpoints.ShouldBe(["/notes", "/notes"]);
        criterion.Methods.ShouldBe(["GET", "POST"]);
        Said(c => c.P95(TimeSpan.FromSeconds(0.5))).Single(c => c.Kind == "p95").Endpoints.ShouldBeEmpty("every endpoint is meant");
    }

    [Fact]
    public void What_is_said_twice_holds_as_it_was_said_last() =>
        Said(c => c.ErrorRate(0.05).ErrorRate(0.01).StableConnections().NoCrashes()).Select(c => (c.Kind, c.Limit)).ShouldBe(
            [("error-rate", 0.01), ("no-memory-leak", 0.2), ("stable-connections", null), ("no-crashes", null)]);

    [Fact]
    public void A_limit_that_makes_no_sense_is_refused_with_its_value()
    {
        Refused(c => c.ErrorRate(0), "this is 0");
        Refused(c => c.ErrorRate(5), "this is 5");
        Refused(c => c.ErrorRate(double.NaN), "this is NaN");
        Refused(c => c.P95(TimeSpan.Zero), "this is 00:00:00");
        Refused(c => c.P95(TimeSpan.Zero, Endpoint.Get("/feed")), "this is 00:00:00");
        Refused(c => c.P95(TimeSpan.FromSeconds(1), "/feed", " "), "one of these is empty");
        Refused(c => c.P95(TimeSpan.FromSeconds(1), Endpoint.Get("/feed"), null!), "is null");
        Refused(c => c.ConcurrentUsers(0), "this is 0");
        Refused(c => c.NoMemoryLeak(-0.1), "this is -0.1");
        Refused(c => c.NoMemoryLeak(double.PositiveInfinity), "share above 0");
    }

    static void Refused(Action<CriteriaBuilder> define, string why) => Should.Throw<ArgumentException>(() => Said(define)).Message.ShouldContain(why);

    static List<CriterionRecord> Said(Action<CriteriaBuilder> define)
    {
        var criteria = CriteriaBuilder.Always.ToList();
        define(new CriteriaBuilder(criteria));
        return criteria;
    }
}
