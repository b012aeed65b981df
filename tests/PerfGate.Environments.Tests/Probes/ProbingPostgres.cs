using Npgsql;
using PerfGate.Environments.Probes;
using PerfGate.Environments.Tests.Support;

namespace PerfGate.Environments.Tests.Probes;

public sealed class ProbingPostgres(PostgresServer server) : IClassFixture<PostgresServer>
{
    [Fact]
    public async Task Connections_are_counted_by_what_they_do_against_the_most_there_may_be()
    {
        await using var probe = new PostgresProbe("db", server.ConnectionString);
        await using var idle = await server.ConnectAsync();
        await using var forgotten = await server.ConnectAsync();
        await PostgresServer.ExecuteAsync(forgotten, "BEGIN; CREATE TABLE held (id int)");
        await using var busy = await server.ConnectAsync();
        var sleeping = PostgresServer.ExecuteAsync(busy, "SELECT pg_sleep(0.5)");

        var reading = await ReadAsync(probe, r => r("PostgreSQL connections", "active") == 1);

        reading("PostgreSQL connections", "all").ShouldBe(3, "the probe's own is not one of them");
        reading("PostgreSQL connections", "idle").ShouldBe(1);
        reading("PostgreSQL connections", "idle in transaction").ShouldBe(1);
        reading("PostgreSQL connections", "used within 25 ms").ShouldNotBeNull().ShouldBeInRange(2, 3, "what is not idle, and perhaps what has only just become it");
        reading("PostgreSQL connections", "waiting for a lock").ShouldBe(0);
        reading("PostgreSQL connections", "max_connections").ShouldBe(PostgresServer.MaxConnections);
        reading("Longest transaction", "open for").ShouldNotBeNull().ShouldBeInRange(0.0001, 10);
        await sleeping;
    }

    [Fact]
    public async Task Who_waits_for_a_lock_is_seen()
    {
        await using var probe = new PostgresProbe("db", server.ConnectionString);
        await using var holder = await server.ConnectAsync();
        await using var waiter = await server.ConnectAsync();
        await PostgresServer.ExecuteAsync(holder, "SELECT pg_advisory_lock(1)");
        var waiting = PostgresServer.ExecuteAsync(waiter, "SELECT pg_advisory_lock(1)");

        var reading = await ReadAsync(probe, r => r("PostgreSQL connections", "waiting for a lock") == 1);

        reading("PostgreSQL connections", "active").ShouldBe(1);
        await PostgresServer.ExecuteAsync(holder, "SELECT pg_advisory_unlock(1)");
        await waiting;
    }

    [Fact]
    public async Task Without_a_transaction_the_longest_has_lasted_no_time()
    {
        await using var probe = new PostgresProbe("db", server.ConnectionString);

        (await ReadAsync(probe, r => r("Longest transaction", "open for") == 0))("PostgreSQL connections", "all").ShouldBe(0);
    }

    [Fact]
    public async Task Pages_that_were_in_the_cache_and_that_were_not_are_counted()
    {
        await using var probe = new PostgresProbe("db", server.ConnectionString);
        var before = (await ReadAsync(probe))("Page reads that hit the cache", "hits").ShouldNotBeNull();
        await server.ExecuteAsync("CREATE TABLE pages AS SELECT generate_series(1, 20000) AS id", "SELECT count(*) FROM pages");

        await ReadAsync(probe, r => r("Page reads that hit the cache", "hits") > before + 50);
    }

    [Fact]
    public async Task Statements_are_counted_by_their_shape_and_ours_are_not_among_them()
    {
        await using var probe = new PostgresProbe("db", server.ConnectionString);
        await server.ExecuteAsync("CREATE TABLE tokens (id int, owner text)");
        var before = await probe.ReadStatementsAsync(CancellationToken.None);
        for (var id = 1; id <= 5; id++)
        {
            await server.ExecuteAsync($"SELECT owner\n  FROM tokens\n WHERE id = {id}");
        }

        await server.ExecuteAsync("SELECT pg_sleep(0.05)");
        await probe.ReadAsync(CancellationToken.None);
        var since = (await probe.ReadStatementsAsync(CancellationToken.None)).Since(before).ShouldNotBeNull();

        since[0].Text.ShouldBe("SELECT pg_sleep($1)", "the longest total comes first");
        since[0].TotalMillis.ShouldBeInRange(49, 5000);
        since.Single(s => s.Text == "SELECT owner FROM tokens WHERE id = $1").Calls.ShouldBe(5);
        since.ShouldNotContain(statement => statement.Text.Contains("pg_stat_", StringComparison.Ordinal));
        since.ShouldNotContain(statement => statement.Text.Contains("perfgate", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_that_a_probe_does_when_it_connects_is_among_the_statements()
    {
        await using var first = new PostgresProbe("db", server.ConnectionString);
        await first.ReadAsync(CancellationToken.None);
        var before = await first.ReadStatementsAsync(CancellationToken.None);
        // Another connection string, for what is loaded is kept by it.
        await using var second = new PostgresProbe("db", $"{server.ConnectionString};Keepalive=7");
        await second.ReadAsync(CancellationToken.None);
        await second.ReadStatementsAsync(CancellationToken.None);

        (await first.ReadStatementsAsync(CancellationToken.None)).Since(before).ShouldNotBeNull().ShouldBeEmpty();
    }

    [Fact]
    public async Task Rows_and_blocks_that_a_statement_touched_are_counted()
    {
        await using var probe = new PostgresProbe("db", server.ConnectionString);
        await server.ExecuteAsync("CREATE TABLE touched AS SELECT id, repeat('x', 1000) AS text FROM generate_series(1, 700) AS id");
        var before = await probe.ReadStatementsAsync(CancellationToken.None);
        await server.ExecuteAsync("SELECT id FROM touched", "SELECT id FROM touched", "SELECT 7 AS nothing_touched");

        var since = (await probe.ReadStatementsAsync(CancellationToken.None)).Since(before).ShouldNotBeNull();

        var scan = since.Single(s => s.Text == "SELECT id FROM touched");
        scan.Rows.ShouldBe(1400);
        scan.Blocks.ShouldNotBeNull().ShouldBeInRange(200, 210, "7 rows fit on a page of 8 KiB");
        since.Single(s => s.Text == "SELECT $1 AS nothing_touched").Blocks.ShouldBe(0);
    }

    [Fact]
    public async Task How_tables_were_read_is_counted_whole_scans_first()
    {
        await using var probe = new PostgresProbe("db", server.ConnectionString);
        await server.ExecuteAsync(
            "CREATE SCHEMA shop",
            "CREATE TABLE shop.orders AS SELECT id FROM generate_series(1, 500) AS id",
            "CREATE TABLE people AS SELECT id FROM generate_series(1, 2000) AS id",
            "ALTER TABLE people ADD PRIMARY KEY (id)",
            "CREATE TABLE untouched (id int)");
        // Read on one connection that then ends: a backend tells what it did at the latest when it goes.
        var before = await UntilAsync(probe, reading => Rows(reading, "people") == 2000 && Rows(reading, "shop.orders") == 500);
        await server.ExecuteAsync(
            "SELECT count(*) FROM shop.orders", "SELECT count(*) FROM shop.orders", "SET enable_seqscan = off", "SELECT id FROM people WHERE id = 7");

        var after = await UntilAsync(probe, reading => reading.TablesSince(before)!.Count >= 2);

        var since = after.TablesSince(before).ShouldNotBeNull();
        since.Select(table => (table.Name, table.Rows, table.Scans, table.RowsScanned, table.IndexScans))
            .ShouldBe([("shop.orders", 500, 2, 1000, 0), ("people", 2000, 0, 0, 1)]);
        after.Tables.ShouldNotBeNull().Single(table => table.Name == "untouched").Rows.ShouldBeNull("nothing was ever counted of it");
    }

    [Fact]
    public async Task A_server_that_does_not_count_how_tables_are_read_gives_null()
    {
        await server.ExecuteAsync("CREATE DATABASE uncounted", "ALTER DATABASE uncounted SET track_counts = off");
        await using var probe = new PostgresProbe("db", server.ConnectionString.Replace("postgres;Pooling", "uncounted;Pooling", StringComparison.Ordinal));

        (await probe.ReadStatementsAsync(CancellationToken.None)).Tables.ShouldBeNull();
    }

    [Fact]
    public async Task A_long_statement_is_shortened_and_a_password_is_never_among_them()
    {
        await using var probe = new PostgresProbe("db", server.ConnectionString);
        await server.ExecuteAsync(
            $"SELECT {string.Join(" + ", Enumerable.Range(1, 200))} AS long_one", "CREATE ROLE app LOGIN PASSWORD 'hunter2'");

        var statements = (await probe.ReadStatementsAsync(CancellationToken.None)).Statements.ShouldNotBeNull();

        statements.ShouldContain(statement => statement.Text.Length == 300 && statement.Text.EndsWith('…'));
        statements.ShouldNotContain(statement => statement.Text.Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_database_without_the_extension_says_how_to_get_it()
    {
        await using var probe = new PostgresProbe("db", server.ConnectionString.Replace("postgres;Pooling", "plain;Pooling", StringComparison.Ordinal));

        var reading = await probe.ReadStatementsAsync(CancellationToken.None);

        reading.Statements.ShouldBeNull();
        reading.Note.ShouldNotBeNull().ShouldContain("CREATE EXTENSION pg_stat_statements");
    }

    [Fact]
    public async Task A_user_who_may_not_see_others_reads_null_and_not_too_little()
    {
        await using var probe = new PostgresProbe("db", server.ConnectionStringOf("guest"));
        await using var other = await server.ConnectAsync();

        var reading = await ReadAsync(probe);

        reading("PostgreSQL connections", "all").ShouldBeNull();
        reading("PostgreSQL connections", "idle").ShouldBeNull();
        reading("Longest transaction", "open for").ShouldBeNull();
        reading("PostgreSQL connections", "max_connections").ShouldBe(PostgresServer.MaxConnections);
        (await probe.ReadAsync(CancellationToken.None)).Problem.ShouldNotBeNull().ShouldContain("GRANT pg_monitor");
    }

    [Fact]
    public async Task A_user_without_rights_sees_his_own_connections()
    {
        await using var probe = new PostgresProbe("db", server.ConnectionStringOf("guest"));
        await using var own = await server.ConnectAsync(server.ConnectionStringOf("guest"));

        (await ReadAsync(probe, r => r("PostgreSQL connections", "all") == 1))("PostgreSQL connections", "idle").ShouldBe(1);
    }

    [Fact]
    public async Task A_connection_that_was_cut_is_missing_once_and_made_again()
    {
        await using var probe = new PostgresProbe("db", server.ConnectionString);
        await ReadAsync(probe);
        await server.ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'perfgate'");

        var cut = await probe.ReadAsync(CancellationToken.None);
        var again = await probe.ReadAsync(CancellationToken.None);

        cut.Values.ShouldBeEmpty();
        cut.Problem.ShouldNotBeNull().ShouldContain("cannot be read");
        again.Problem.ShouldBeNull();
        again.Life.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_server_that_is_not_there_reads_as_nothing_and_says_where_it_should_be()
    {
        var port = Ports.PickFree();
        await using var probe = new PostgresProbe("db", $"Host=127.0.0.1;Port={port};Username=owner;Password=hunter2;Database=shop");

        var reading = await probe.ReadAsync(CancellationToken.None);

        reading.Values.ShouldBeEmpty();
        reading.Problem.ShouldNotBeNull().ShouldStartWith($"PostgreSQL at 127.0.0.1:{port}/shop cannot be read:");
        reading.Problem.ShouldNotContain("hunter2");
        (await probe.ReadStatementsAsync(CancellationToken.None)).Note.ShouldNotBeNull();
    }

    static long? Rows(StatementReading reading, string table) => reading.Tables?.FirstOrDefault(one => one.Name == table)?.Rows;

    static async Task<StatementReading> UntilAsync(PostgresProbe probe, Func<StatementReading, bool> until)
    {
        for (var tries = 0; ; tries++)
        {
            var reading = await probe.ReadStatementsAsync(CancellationToken.None);
            if (until(reading) || tries > 300)
            {
                until(reading).ShouldBeTrue("It did not come true.");
                return reading;
            }

            await Task.Delay(10);
        }
    }

    static async Task<Func<string, string, double?>> ReadAsync(PostgresProbe probe, Func<Func<string, string, double?>, bool>? until = null)
    {
        for (var tries = 0; ; tries++)
        {
            var reading = await probe.ReadAsync(CancellationToken.None);
            double? Value(string chart, string name) =>
                reading.Value(probe.Metrics.ToList().FindIndex(metric => metric.Chart == chart && metric.Name == name));
            if (until is null || until(Value) || tries > 300)
            {
                until?.Invoke(Value).ShouldBeTrue("It did not come true.");
                return Value;
            }

            await Task.Delay(10);
        }
    }
}
