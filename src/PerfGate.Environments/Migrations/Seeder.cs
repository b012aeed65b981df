using System.Globalization;
using Npgsql;
using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Migrations;

/// <summary>Puts test data into a store, and counts it.</summary>
internal sealed class Seeder(IToolbox toolbox, Seed seed, TimeProvider time, string definedIn)
{
    string Who => $"Seed '{seed.Name}'";

    public IEnumerable<Func<CancellationToken, Task<string>>> Steps()
    {
        yield return SeedAsync;
        if (seed.Rows.Count > 0)
        {
            yield return CountAsync;
        }
    }

    async Task<string> SeedAsync(CancellationToken ct)
    {
        switch (seed)
        {
            case CommandSeed command:
                await toolbox.PrepareAsync(command.By, ct);
                var result = await toolbox.RunAsync($"seed-{seed.Name}", command.By, command.Arguments, seed.Within, ct);
                if (result.ExitCode != 0)
                {
                    throw new ProcessFailedException(
                        $"{Who} left the store without its test data (exit code {result.ExitCode}).",
                        result.Command,
                        result.Tail,
                        result.ExitCode);
                }

                return result.LastLine is { } line ? $"seed {seed.Name}: {line}" : $"seed {seed.Name}";

            case SqlSeed sql:
                var file = Path.GetFullPath(sql.File, toolbox.Root);
                var rows = await UseAsync((connection, token) => ApplyAsync(connection, file, token), ct);
                return Say($"seed {seed.Name}: {Math.Max(rows, 0)} rows by {Path.GetFileName(file)}");

            default:
                throw new InvalidOperationException($"Nothing is known about seeds of type {seed.GetType().Name}.");
        }
    }

    async Task<int> ApplyAsync(NpgsqlConnection connection, string file, CancellationToken ct)
    {
        if (!File.Exists(file))
        {
            throw new EnvironmentException(
                $"{Who} needs a file that is not there: {file}.\n  The path is written in {definedIn}.");
        }

        var text = await File.ReadAllTextAsync(file, ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        try
        {
            await using var command = new NpgsqlCommand(text, connection);
            var rows = await command.ExecuteNonQueryAsync(ct);
            await transaction.CommitAsync(ct);
            return rows;
        }
        catch (NpgsqlException exception) when (!ct.IsCancellationRequested)
        {
            throw new EnvironmentException(
                $"{Who} left the store without its test data: "
                + $"{file}{SqlErrors.Line(exception, text)}: {SqlErrors.Describe(exception)}",
                exception);
        }
    }

    async Task<string> CountAsync(CancellationToken ct)
    {
        var counted = await UseAsync(CountAsync, ct);
        var missing = counted.Where(count => count.Rows < seed.Rows[count.Table]).ToList();
        return missing.Count == 0
            ? $"count {seed.Name}: {string.Join(", ", counted.Select(count => Say($"{count.Rows} in {count.Table}")))}"
            : throw new EnvironmentException(
                $"{Who} left too few rows: "
                + string.Join(", ", missing.Select(count =>
                    Say($"{count.Rows} in {count.Table}, at least {seed.Rows[count.Table]} expected")))
                + $".\n  How many there have to be is Rows in {definedIn}.");
    }

    async Task<IReadOnlyList<(string Table, long Rows)>> CountAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var counted = new List<(string, long)>();
        foreach (var table in seed.Rows.Keys)
        {
            await using var command = new NpgsqlCommand($"select count(*) from {Quoted(table)}", connection);
            counted.Add((table, (long)(await command.ExecuteScalarAsync(ct))!));
        }

        return counted;
    }

    Task<T> UseAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> work, CancellationToken ct) =>
        SqlSession.UseAsync(toolbox.Connection(seed.Store), Who, seed.Within, definedIn, time, () => null, work, ct);

    static string Quoted(string table) =>
        string.Join('.', table.Split('.').Select(part => $"\"{part.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));

    static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
