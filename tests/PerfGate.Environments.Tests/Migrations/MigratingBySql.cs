using Npgsql;
using PerfGate.Environments.Migrations;
using PerfGate.Environments.Tests.Probes;
using PerfGate.Environments.Tests.Support;

namespace PerfGate.Environments.Tests.Migrations;

public sealed class MigratingBySql(PostgresServer server) : IClassFixture<PostgresServer>, IAsyncLifetime, IDisposable
{
    const string Users = "create table users (id int primary key);\r\ninsert into users select generate_series(1, 3);\n";

    readonly TempFolder folder = new();
    readonly string database = $"db{Guid.NewGuid():N}";

    Toolbox Toolbox => new(folder.Root, new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = database }.ConnectionString);

    static SqlMigration Schema => new() { Name = "schema", Folder = "migrations" };

    public async ValueTask InitializeAsync() => await server.ExecuteAsync($"create database {database}");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Files_are_applied_once_in_ordinal_order_and_reported()
    {
        folder.Write("migrations/10_more.sql", "alter table users add name text; -- with a $$dollar$$; and ';'");
        folder.Write("migrations/02_Users.sql", Users);
        folder.Write("migrations/readme.txt", "no SQL");

        (await Toolbox.RunAsync(Schema)).ShouldBe(["migrate schema: 2 of 2 files applied (02_Users.sql, 10_more.sql)", "check schema: nothing pending"]);

        folder.Write("migrations/11_function.sql", "create function f() returns int language plpgsql as $f$ begin perform 1; return 2; end $f$; select f();");
        (await Toolbox.RunAsync(Schema)).ShouldBe(["migrate schema: 1 of 3 files applied (11_function.sql)", "check schema: nothing pending"]);
        (await Toolbox.RunAsync(Schema)).ShouldBe(["migrate schema: 0 of 3 files applied", "check schema: nothing pending"]);
        (await ScalarAsync("select string_agg(name || ' ' || length(checksum) || ' ' || (duration_ms >= 0) || ' ' || (applied_at <= now()), ', ' order by name) from perfgate_migrations"))
            .ShouldBe("02_Users.sql 64 true true, 10_more.sql 64 true true, 11_function.sql 64 true true");
    }

    [Fact]
    public async Task A_file_that_fails_is_named_with_its_line_and_leaves_nothing_of_itself()
    {
        folder.Write("migrations/1.sql", Users);
        folder.Write("migrations/2.sql", "create table orders (id int);\ninsert into orders values (1);\ninsert into\n  nowhere values (1);\n");

        var failure = await Should.ThrowAsync<EnvironmentException>(() => Toolbox.RunAsync(Schema));

        failure.Message.ShouldContain($"Migration 'schema' could not be applied: {folder.At("migrations", "2.sql")}:4: relation \"nowhere\" does not exist (SQLSTATE 42P01)");
        (await ScalarAsync("select to_regclass('orders') is null")).ShouldBe(true);
        (await ScalarAsync("select string_agg(name, ',') from perfgate_migrations")).ShouldBe("1.sql");
    }

    [Fact]
    public async Task A_file_that_was_applied_and_has_changed_is_refused_by_name()
    {
        var file = folder.Write("migrations/1.sql", Users);
        await Toolbox.RunAsync(Schema);
        File.WriteAllText(file, Users.Replace("\r\n", "\n", StringComparison.Ordinal));
        (await Toolbox.RunAsync(Schema))[0].ShouldBe("migrate schema: 0 of 1 files applied");

        File.AppendAllText(file, "-- changed");

        var failure = await Should.ThrowAsync<EnvironmentException>(() => Toolbox.RunAsync(Schema));
        failure.Message.ShouldContain($"{file} was applied to this database and has been changed since.");
        failure.Message.ShouldContain("write the change as a new file");
    }

    [Fact]
    public async Task A_file_that_was_applied_and_is_gone_is_refused_by_name()
    {
        File.Delete(await AppliedAsync());
        folder.Write("migrations/2.sql", "select 1");

        (await Should.ThrowAsync<EnvironmentException>(() => Toolbox.RunAsync(Schema))).Message.ShouldContain("1.sql was applied to this database and is not there any more.");
    }

    [Fact]
    public async Task One_that_hangs_is_stopped_and_leaves_nothing_of_itself()
    {
        folder.Write("migrations/1.sql", "create table users (id int); select pg_sleep(60);");

        var failure = await Should.ThrowAsync<EnvironmentException>(
            () => Toolbox.RunAsync(Schema with { Within = TimeSpan.FromMilliseconds(700) }));

        failure.Message.ShouldContain("Migration 'schema' was stopped: it took longer than the 700 ms that it may.");
        failure.Message.ShouldContain("1.sql");
        failure.Message.ShouldContain("The limit is Within in Suite.cs");
        (await ScalarAsync("select to_regclass('users') is null")).ShouldBe(true);
    }

    [Fact]
    public async Task Two_at_once_wait_for_each_other()
    {
        folder.Write("migrations/1.sql", Users + "select pg_sleep(0.3);");

        var applied = await Task.WhenAll(Toolbox.RunAsync(Schema), Toolbox.RunAsync(Schema));

        applied.Select(steps => steps[0]).Order().ShouldBe(["migrate schema: 0 of 1 files applied", "migrate schema: 1 of 1 files applied (1.sql)"]);
    }

    [Fact]
    public async Task A_folder_without_files_and_a_database_that_does_not_answer_are_errors()
    {
        (await Should.ThrowAsync<EnvironmentException>(() => Toolbox.RunAsync(Schema))).Message.ShouldContain("is not there");
        folder.Write("migrations/1.txt", "");
        (await Should.ThrowAsync<EnvironmentException>(() => Toolbox.RunAsync(Schema))).Message.ShouldContain("holds no *.sql");
        folder.Write("migrations/1.sql", Users);

        var nobody = new Toolbox(folder.Root, $"Host=127.0.0.1;Port={Ports.PickFree()};Username=u;Database=d");
        (await Should.ThrowAsync<EnvironmentException>(() => nobody.RunAsync(Schema))).Message.ShouldContain("Migration 'schema' failed at the database: ");
    }

    [Fact]
    public async Task Seeds_are_applied_whole_or_not_at_all_and_counted()
    {
        await AppliedAsync();
        folder.Write("seed.sql", "insert into users select generate_series(101, 200);");
        var seed = new SqlSeed { Name = "users", File = "seed.sql", Rows = new Dictionary<string, long> { ["users"] = 103 } };

        (await Toolbox.RunAsync(seed)).ShouldBe(["seed users: 100 rows by seed.sql", "count users: 103 in users"]);

        var again = await Should.ThrowAsync<EnvironmentException>(() => Toolbox.RunAsync(seed));
        again.Message.ShouldContain("Seed 'users' left the store without its test data");
        again.Message.ShouldContain("duplicate key");
    }

    [Fact]
    public async Task Too_few_rows_are_told_with_both_numbers()
    {
        await AppliedAsync();
        var seed = new CommandSeed
        {
            Name = "users",
            By = Tool.Program("/bin/echo"),
            Arguments = ["3 users"],
            Rows = new Dictionary<string, long> { ["public.users"] = 1000 },
        };

        var failure = await Should.ThrowAsync<EnvironmentException>(() => Toolbox.RunAsync(seed));

        failure.Message.ShouldContain("Seed 'users' left too few rows: 3 in public.users, at least 1000 expected.");
        failure.Message.ShouldContain("Rows in Suite.cs");
    }

    [Fact]
    public async Task A_table_to_count_that_is_not_there_is_told_by_name()
    {
        var seed = new CommandSeed { Name = "users", By = Tool.Program("/bin/true"), Rows = new Dictionary<string, long> { ["no\"where"] = 1 } };

        (await Should.ThrowAsync<EnvironmentException>(() => Toolbox.RunAsync(seed))).Message.ShouldContain("relation \"no\"where\" does not exist");
    }

    async Task<string> AppliedAsync()
    {
        var file = folder.Write("migrations/1.sql", Users);
        await Toolbox.RunAsync(Schema);
        return file;
    }

    async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = await server.ConnectAsync(Toolbox.Connection(null));
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
