using PerfGate.Environments.Logs;

namespace PerfGate.Environments.Tests.Logs;

public sealed class ReadingEntries
{
    static readonly DateTimeOffset Start = new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_exception_of_many_lines_counts_once_as_the_gravest_that_it_tells() => Matches(
        """
        info: Shop[0]
              Started
        fail: Microsoft.AspNetCore.Server.Kestrel[13]
              Connection id "0HN", Request id "0HN:1": An unhandled exception was thrown by the application.
              System.InvalidOperationException: An exception has been raised that is likely due to a transient failure.
               ---> Npgsql.NpgsqlException (0x80004005): The connection pool has been exhausted, raise 'Max Pool Size'
               ---> System.TimeoutException: The operation has timed out.
                 at Npgsql.ThrowHelper.TimeoutException()
                 --- End of inner exception stack trace ---
                 at Shop.Orders.Save()
        """).ShouldBe([(LogKind.PoolExhausted, 1, "---> Npgsql.NpgsqlException (0x80004005): The connection pool has been exhausted, raise 'Max Pool Size'")]);

    [Fact]
    public void What_went_wrong_stands_on_the_line_below_where() => Matches(
        """
        fail: Shop.Orders[7]
              The order could not be saved.
              It was empty.
        """).ShouldBe([(LogKind.Error, 1, "fail: Shop.Orders[7] The order could not be saved.")]);

    [Fact]
    public void Colours_are_not_part_of_what_is_told() => Matches(
        "\e[41m\e[30mfail\e[39m\e[22m\e[49m: Shop.Orders[7]\n\e[0m      The order could not be saved.")
        .ShouldBe([(LogKind.Error, 1, "fail: Shop.Orders[7] The order could not be saved.")]);

    [Fact]
    public void An_exception_below_an_error_is_that_error() => Matches(
        """
        [10:00:00 ERR] HTTP GET responded 500
        System.TimeoutException: The operation has timed out.
           at Shop.Orders.Save()
        [10:00:01 ERR] HTTP GET responded 500
        """).ShouldBe([(LogKind.Timeout, 1, "System.TimeoutException: The operation has timed out."), (LogKind.Error, 1, "[10:00:01 ERR] HTTP GET responded 500")]);

    [Fact]
    public void Causes_in_Java_belong_to_what_they_caused() => Matches(
        """
        2026-11-21 10:00:00 ERROR 7 --- [exec-1] o.a.c.c.C : threw exception

        org.springframework.jdbc.CannotGetJdbcConnectionException: Failed to obtain JDBC Connection
        	at org.springframework.jdbc.datasource.DataSourceUtils.getConnection(DataSourceUtils.java:84)
        Caused by: java.sql.SQLTransientConnectionException: HikariPool-1 - Connection is not available, request timed out after 30000ms.
        	at com.zaxxer.hikari.pool.HikariPool.createTimeoutException(HikariPool.java:696)
        	... 92 more
        """).ShouldBe(
            [(LogKind.PoolExhausted, 1, "Caused by: java.sql.SQLTransientConnectionException: HikariPool-1 - Connection is not available, request timed out after 30000ms.")]);

    [Fact]
    public void A_traceback_is_what_its_last_line_says_chained_ones_included() => Matches(
        """
        ERROR:    Exception in ASGI application
        Traceback (most recent call last):
          File "/app/pool.py", line 7, in get
            raise TimeoutError("deadlock detected")
        KeyError: 'x'

        During handling of the above exception, another exception occurred:

        Traceback (most recent call last):
          File "/app/main.py", line 9, in read
            return pool.get()
        sqlalchemy.exc.TimeoutError: QueuePool limit of size 5 overflow 10 reached, connection timed out, timeout 30.00
        INFO:     127.0.0.1:4000 - "GET / HTTP/1.1" 500 Internal Server Error
        Traceback (most recent call last):
          File "/app/main.py", line 9, in read
            raise ValueError("no")
        ValueError: no
        """).ShouldBe(
            [
                (LogKind.PoolExhausted, 1, "sqlalchemy.exc.TimeoutError: QueuePool limit of size 5 overflow 10 reached, connection timed out, timeout 30.00"),
                (LogKind.Error, 1, "Traceback (most recent call last): ValueError: no"),
            ]);

    [Fact]
    public void A_panic_with_its_stack_is_one() => Matches(
        """
        panic: runtime error: invalid memory address or nil pointer dereference
        [signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x0]

        goroutine 1 [running]:
        main.main()
        	/app/main.go:7 +0x1d
        """).ShouldBe([(LogKind.Panic, 1, "panic: runtime error: invalid memory address or nil pointer dereference")]);

    [Fact]
    public void What_PostgreSQL_was_asked_belongs_to_its_error() => Matches(
        """
        2026-11-21 10:00:00.123 UTC [7] ERROR:  deadlock detected
        2026-11-21 10:00:00.123 UTC [7] DETAIL:  Process 7 waits for ShareLock on transaction 9; blocked by process 8.
        	Process 8 waits for ShareLock on transaction 7; blocked by process 7.
        2026-11-21 10:00:00.123 UTC [7] HINT:  See server log for query details.
        2026-11-21 10:00:00.123 UTC [7] STATEMENT:  UPDATE orders
        	SET note = 'too many connections'
        2026-11-21 10:00:00.200 UTC [7] ERROR:  deadlock detected
        """).ShouldBe([(LogKind.Deadlock, 2, "2026-11-21 10:00:00.123 UTC [7] ERROR:  deadlock detected")]);

    [Fact]
    public void A_statement_that_is_only_logged_is_no_trouble_whatever_it_says() => Matches(
        """
        2026-11-21 10:00:00.123 UTC [7] LOG:  duration: 700.1 ms  statement: SELECT note
        	FROM orders WHERE note = 'deadlock detected'
        """).ShouldBeEmpty();

    [Fact]
    public void Errors_one_below_the_other_are_as_many() =>
        Matches("ERROR: one\nERROR: two\nFATAL: three").ShouldBe([(LogKind.Error, 3, "ERROR: one")]);

    [Fact]
    public void Streams_do_not_mix_in_the_middle_of_an_exception()
    {
        var scan = new LogScan(line => line);
        var (output, error) = (scan.Open(), scan.Open());

        error("ERROR: could not save", Start);
        output("200 GET /orders", Start);
        error("   System.TimeoutException: The operation has timed out.", Start);

        scan.Since("api", Start).Matches.ShouldHaveSingleItem().Kind.ShouldBe(LogKind.Timeout);
    }

    [Fact]
    public void Only_what_was_said_since_counts_with_the_times_of_the_first_and_the_last()
    {
        var scan = new LogScan(line => line);
        var take = scan.Open();
        for (var second = 0; second < 10; second++)
        {
            take($"ERROR: number {second}", Start.AddSeconds(second));
            take("fine", Start.AddSeconds(second));
        }

        scan.Since("api", Start.AddSeconds(6)).ShouldSatisfyAllConditions(
            log => (log.Service, log.Lines).ShouldBe(("api", 8)),
            log => log.Matches.ShouldBe([new LogMatch(LogKind.Error, 4, Start.AddSeconds(6), Start.AddSeconds(9), "ERROR: number 6")]));
        scan.Since("api", Start.AddSeconds(10)).ShouldSatisfyAllConditions(log => log.Lines.ShouldBe(0), log => log.Matches.ShouldBeEmpty());
    }

    [Fact]
    public void The_gravest_come_first()
    {
        var kinds = Matches("ERROR: one\npanic: two\nERROR: deadlock detected").Select(match => match.Kind);

        kinds.ShouldBe([LogKind.Panic, LogKind.Deadlock, LogKind.Error]);
    }

    [Fact]
    public void An_example_is_masked_before_it_is_cut()
    {
        var scan = new LogScan(line => line.Replace("hunter2", "***", StringComparison.Ordinal));

        scan.Open()($"ERROR: {new string('x', 288)} hunter2 {new string('y', 100)}", Start);

        var example = scan.Since("api", Start).Matches.ShouldHaveSingleItem().Example;
        example.Length.ShouldBe(300);
        example.ShouldEndWith("x ***…");
    }

    static IEnumerable<(LogKind Kind, long Count, string Example)> Matches(string log)
    {
        var scan = new LogScan(line => line);
        var take = scan.Open();
        foreach (var line in log.Split('\n'))
        {
            take(line, Start);
        }

        scan.Since("api", Start).Lines.ShouldBe(log.Split('\n').Length);
        return scan.Since("api", Start).Matches.Select(match => (match.Kind, match.Count, match.Example));
    }
}
