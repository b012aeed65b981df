using PerfGate.Gate.Findings;
using PerfGate.Gate.Records;

namespace PerfGate.Gate.Tests.Findings;

public sealed class StatementsOfRequests
{
    const string Select = "SELECT t.id, t.amount FROM transactions AS t WHERE t.user_id = $1";

    [Fact]
    public void A_large_table_without_an_index_is_found_with_the_statement_that_reads_it()
    {
        var store = Postgres(new StatementRecord("SELECT * FROM users WHERE id = $1", 9_000, 900_000, 100), new StatementRecord(Select, 1_200, 9_600, 8),
            new StatementRecord("INSERT INTO transactions VALUES ($1)", 9_000, 900_000, 100)) with
        {
            Tables = [new TableRecord("transactions", 3_000, 1_200, 3_600_000, 12)],
        };
        var finding = Given.Run.With(store).Look<MissingIndex>().Single();

        finding.Evidence.ShouldBe(
            "'transactions' of 'postgres' was read whole 1,200 times, 99 % of its reads, about 3,000 rows each time. "
            + $"\"{Select}\" ran 1,200 times, 8 ms on average.");
        finding.Span().ShouldBe((5, 25));
    }

    [Theory]
    [InlineData(100, 50_000, 11, true)]
    [InlineData(99, 99_000, 0, false)]
    [InlineData(100, 49_900, 0, false)]
    [InlineData(100, 50_000, 12, false)]
    [InlineData(100, 100_000, 5_000, true)]
    [InlineData(0, 0, 0, false)]
    public void Scans_that_are_many_long_and_usual_show_it(long scans, long rows, long indexed, bool found) =>
        Given.Run.With(Postgres() with { Tables = [new TableRecord("t", null, scans, rows, indexed)] }).Finds<MissingIndex>().ShouldBe(found);

    [Fact]
    public void The_table_with_the_most_rows_read_comes_first_and_no_statement_need_name_it()
    {
        var store = Postgres() with { Tables = [new TableRecord("a", null, 100, 60_000, 0), new TableRecord("b", null, 100, 70_000, 0)] };
        var findings = Given.Run.With(store).Look<MissingIndex>();
        findings.Select(f => f.Evidence).ShouldBe(
        [
            "'b' of 'postgres' was read whole 100 times, 100 % of its reads, about 700 rows each time.",
            "'a' of 'postgres' was read whole 100 times, 100 % of its reads, about 600 rows each time.",
        ]);
    }

    [Theory]
    [InlineData("SELECT * FROM \"AccessTokens\" AS a", "AccessTokens", true)]
    [InlineData("select * from public.users where id = $1", "public.users", true)]
    [InlineData("SELECT * FROM user_roles", "user", false)]
    [InlineData("SELECT * FROM users_old JOIN users ON true", "users", true)]
    [InlineData("SELECT 1", "", false)]
    public void A_table_is_known_by_its_whole_name(string text, string table, bool mentioned) =>
        Statements.Mentions(new StatementRecord(text, 1, 1, 1), table).ShouldBe(mentioned);

    [Fact]
    public void A_small_statement_that_runs_many_times_for_each_request_is_n_plus_one()
    {
        // 6,400 requests.
        var finding = Given.Run.With(Postgres(
            new StatementRecord("SELECT * FROM posts ORDER BY id LIMIT $1", 6_400, 90_000, 14) { Rows = 64_000 },
            new StatementRecord("SELECT * FROM authors WHERE id = $1", 64_000, 60_000, 0.9) { Rows = 64_000 },
            new StatementRecord("SELECT count(*) FROM likes WHERE post_id = $1", 32_000, 20_000, 0.6) { Rows = 32_000 },
            new StatementRecord("BEGIN", 100_000, 100, 0.001))).Look<NPlusOne>().Single();

        finding.Evidence.ShouldBe(
            "10 times per request, 64,000 calls in 6,400 requests: \"SELECT * FROM authors WHERE id = $1\". "
            + "So did 1 more statement, such as 5 times \"SELECT count(*) FROM likes WHERE post_id = $1\". All statements on record come to 16 per request.");
        finding.Span().ShouldBe((5, 25));
    }

    [Theory]
    [InlineData(9_600, 9_600L, true)]
    [InlineData(9_599, 9_599L, false)]
    [InlineData(9_600, null, true)]
    [InlineData(9_600, 19_200L, true)]
    [InlineData(9_600, 19_201L, false)]
    public void One_and_a_half_times_a_request_with_two_rows_at_most_is_the_limit(long calls, long? rows, bool found) =>
        Given.Run.With(Postgres(new StatementRecord(Select, calls, 900, 0.1) { Rows = rows })).Finds<NPlusOne>().ShouldBe(found);

    [Theory]
    [InlineData("COMMIT")]
    [InlineData("begin transaction isolation level read committed")]
    [InlineData("DISCARD ALL")]
    [InlineData("SET search_path TO x")]
    [InlineData("SELECT /* perfgate */ blks_hit FROM pg_stat_database")]
    [InlineData("SELECT $1;")]
    public void What_drivers_and_probes_send_along_is_no_n_plus_one(string text) =>
        Given.Run.With(Postgres(new StatementRecord(text, 90_000, 900, 0.01))).Look<NPlusOne>().ShouldBeEmpty();

    [Fact]
    public void Few_requests_or_unknown_statements_say_nothing()
    {
        (Given.Run with { Totals = new Totals(99, 0, 20) }).With(Postgres(new StatementRecord(Select, 990, 900, 0.1))).Look<NPlusOne>().ShouldBeEmpty();
        Given.Run.With(Given.Service("postgres")).Look<NPlusOne>().ShouldBeEmpty();
        Given.Run.With(Given.Service("postgres")).Look<SlowStatement>().ShouldBeEmpty();
        Given.Run.With(Given.Service("postgres")).Look<MissingIndex>().ShouldBeEmpty();
    }

    [Fact]
    public void A_slow_statement_is_found_with_its_share()
    {
        var finding = Given.Run.With(Postgres(new StatementRecord(Select, 100, 7_500, 75) { Blocks = 12_000 }, new StatementRecord("INSERT INTO x VALUES ($1)", 6_400, 2_500, 0.4)))
            .Look<SlowStatement>().Single();
        finding.Evidence.ShouldBe($"\"{Select}\" took 75 ms on average in 100 calls, touching 120 blocks each time: 75 % of the time that 'postgres' spent in its most costly statements.");
    }

    [Theory]
    [InlineData(10, 50, 9_000, true)]
    [InlineData(9, 50, 9_000, false)]
    [InlineData(10, 49.9, 9_000, false)]
    [InlineData(100, 10, 1_000, true)]
    [InlineData(100, 10, 1_001, false)]
    [InlineData(100, 9.9, 10, false)]
    [InlineData(19, 10, 0, false)]
    public void Slow_is_50_ms_or_10_ms_and_half_of_all_time(long calls, double mean, double others, bool found) =>
        Given.Run.With(Postgres(new StatementRecord(Select, calls, calls * mean, mean), new StatementRecord("SELECT a", 100_000, others, others / 100_000)))
            .Finds<SlowStatement>().ShouldBe(found);

    static ResourceRecord Postgres(params StatementRecord[] statements) => Given.Service("postgres") with { IsStore = true, Statements = statements };
}
