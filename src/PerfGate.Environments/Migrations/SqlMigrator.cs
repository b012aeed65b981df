using System.Globalization;
using Npgsql;

namespace PerfGate.Environments.Migrations;

/// <summary>Applies a folder of SQL files to PostgreSQL, and proves against the journal that none is pending.</summary>
internal sealed class SqlMigrator(IToolbox toolbox, SqlMigration migration, TimeProvider time, string definedIn)
{
    readonly string folder = Path.GetFullPath(migration.Folder, toolbox.Root);
    string? at;

    public IEnumerable<Func<CancellationToken, Task<string>>> Steps() => [ApplyAsync, ProveAsync];

    async Task<string> ApplyAsync(CancellationToken ct)
    {
        var files = await SqlFile.ReadFolderAsync(folder, definedIn, ct);
        var applied = await UseAsync((connection, token) => ApplyAsync(connection, files, token), ct);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"migrate {migration.Name}: {applied.Count} of {files.Count} files applied{Listed(applied)}");
    }

    async Task<string> ProveAsync(CancellationToken ct)
    {
        var files = await SqlFile.ReadFolderAsync(folder, definedIn, ct);
        var journal = await UseAsync((connection, token) => new SqlJournal(connection).ReadAsync(token), ct);
        var pending = Pending(files, journal);
        return pending.Count == 0
            ? $"check {migration.Name}: nothing pending"
            : throw new EnvironmentException(
                $"Migration '{migration.Name}' is not complete: "
                + $"{pending.Count} of {files.Count} files in {folder} are pending{Listed(pending)}.");
    }

    async Task<IReadOnlyList<SqlFile>> ApplyAsync(NpgsqlConnection connection, IReadOnlyList<SqlFile> files, CancellationToken ct)
    {
        var journal = new SqlJournal(connection);
        await journal.LockAsync(ct);
        await journal.CreateAsync(ct);
        var pending = Pending(files, await journal.ReadAsync(ct));
        foreach (var file in pending)
        {
            at = Path.Combine(folder, file.Name);
            await ApplyAsync(connection, journal, file, ct);
        }

        at = null;
        return pending;
    }

    async Task ApplyAsync(NpgsqlConnection connection, SqlJournal journal, SqlFile file, CancellationToken ct)
    {
        var started = time.GetTimestamp();
        await using var transaction = await connection.BeginTransactionAsync(ct);
        try
        {
            await using var command = new NpgsqlCommand(file.Text, connection);
            await command.ExecuteNonQueryAsync(ct);
            await journal.AddAsync(file, time.GetElapsedTime(started), ct);
            await transaction.CommitAsync(ct);
        }
        catch (NpgsqlException exception) when (!ct.IsCancellationRequested)
        {
            throw new EnvironmentException(
                $"Migration '{migration.Name}' could not be applied: {at}{SqlErrors.Line(exception, file.Text)}: "
                + $"{SqlErrors.Describe(exception)}\n  Nothing of this file was kept; the files before it were.",
                exception);
        }
    }

    // What is in the folder and not in the journal; what is in the journal has to be as it was.
    List<SqlFile> Pending(IReadOnlyList<SqlFile> files, IReadOnlyList<AppliedFile> journal)
    {
        foreach (var line in journal)
        {
            var file = files.FirstOrDefault(file => string.Equals(file.Name, line.Name, StringComparison.Ordinal));
            if (!string.Equals(file?.Checksum, line.Checksum, StringComparison.Ordinal))
            {
                throw new EnvironmentException(
                    $"Migration '{migration.Name}' is refused: {Path.Combine(folder, line.Name)} "
                    + "was applied to this database and "
                    + (file is null ? "is not there any more." : "has been changed since.")
                    + "\n  Put it back as it was (git log has it), and write the change as a new file.");
            }
        }

        var known = journal.Select(line => line.Name).ToHashSet(StringComparer.Ordinal);
        return [.. files.Where(file => !known.Contains(file.Name))];
    }

    Task<T> UseAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> work, CancellationToken ct) => SqlSession.UseAsync(
        toolbox.Connection(migration.Store),
        $"Migration '{migration.Name}'",
        migration.Within,
        definedIn,
        time,
        () => at,
        work,
        ct);

    static string Listed(IReadOnlyList<SqlFile> files) =>
        files.Count == 0 ? "" : $" ({string.Join(", ", files.Select(file => file.Name))})";
}
