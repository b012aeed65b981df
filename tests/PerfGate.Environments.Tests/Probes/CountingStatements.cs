using PerfGate.Environments.Probes;

namespace PerfGate.Environments.Tests.Probes;

public sealed class CountingStatements
{
    static readonly StatementReading Before = Reading(("a", 10, 100), ("b", 5, 50), ("quiet", 7, 70));

    [Fact]
    public void What_ran_since_is_the_difference_longest_first()
    {
        var since = Reading(("a", 14, 108), ("b", 6, 90), ("quiet", 7, 70), ("new", 2, 1)).Since(Before).ShouldNotBeNull();

        since.Select(statement => (statement.Id, statement.Calls, statement.TotalMillis))
            .ShouldBe([("b", 1, 40), ("a", 4, 8), ("new", 2, 1)]);
        since[1].MeanMillis.ShouldBe(2);
    }

    [Fact]
    public void A_count_that_was_started_over_counts_from_zero() =>
        Reading(("a", 3, 12)).Since(Before).ShouldNotBeNull().ShouldHaveSingleItem().Calls.ShouldBe(3);

    [Fact]
    public void Without_both_ends_nothing_is_known()
    {
        var unread = new StatementReading(null, "They cannot be read.");

        Before.Since(unread).ShouldBeNull();
        unread.Since(Before).ShouldBeNull();
    }

    static StatementReading Reading(params (string Id, long Calls, double Millis)[] statements) =>
        new([.. statements.Select(s => new StatementCount(s.Id, $"SELECT {s.Id}", s.Calls, s.Millis))]);
}
