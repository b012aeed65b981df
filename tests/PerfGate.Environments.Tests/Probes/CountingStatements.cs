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

    [Fact]
    public void Rows_and_blocks_are_differences_too_and_null_where_they_are_not_counted()
    {
        var before = new StatementReading([new StatementCount("a", "SELECT a", 1, 1) { Rows = 5, Blocks = 50 }, new StatementCount("b", "SELECT b", 1, 1)]);
        var after = new StatementReading([new StatementCount("a", "SELECT a", 3, 9) { Rows = 7, Blocks = 90 }, new StatementCount("b", "SELECT b", 2, 2)]);

        after.Since(before).ShouldNotBeNull().Select(statement => (statement.Rows, statement.Blocks)).ShouldBe([(2, 40), (null, null)]);
    }

    [Fact]
    public void Tables_that_were_read_since_are_differences_most_rows_scanned_first()
    {
        var before = Reading(Table("a", 10, 1000, 5), Table("b", 1, 10, 0), Table("quiet", 7, 70, 7), Table("anew", 9, 90, 9));
        var after = Reading(Table("a", 12, 1100, 5), Table("b", 3, 710, 0), Table("quiet", 7, 70, 7), Table("anew", 1, 2, 0), Table("new", 0, 0, 3));

        after.TablesSince(before).ShouldNotBeNull().Select(table => (table.Name, table.Scans, table.RowsScanned, table.IndexScans))
            .ShouldBe([("b", 2, 700, 0), ("a", 2, 100, 0), ("anew", 1, 2, 0), ("new", 0, 0, 3)]);
    }

    [Fact]
    public void Without_both_ends_no_table_is_known()
    {
        var unread = new StatementReading([]);

        Reading(Table("a", 1, 1, 1)).TablesSince(unread).ShouldBeNull();
        unread.TablesSince(Reading(Table("a", 1, 1, 1))).ShouldBeNull();
    }

    static TableCount Table(string name, long scans, long rowsScanned, long indexScans) => new(name, name, 100, scans, rowsScanned, indexScans);

    static StatementReading Reading(params TableCount[] tables) => new(null) { Tables = tables };

    static StatementReading Reading(params (string Id, long Calls, double Millis)[] statements) =>
        new([.. statements.Select(s => new StatementCount(s.Id, $"SELECT {s.Id}", s.Calls, s.Millis))]);
}
