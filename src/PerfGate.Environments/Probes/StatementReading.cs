namespace PerfGate.Environments.Probes;

/// <summary>What a store has counted of each statement, and of each table, at one moment.</summary>
/// <param name="Statements">One entry for each statement; null when they cannot be read.</param>
/// <param name="Note">Why they cannot be read and what would change that; null when they can.</param>
public sealed record StatementReading(IReadOnlyList<StatementCount>? Statements, string? Note = null)
{
    /// <summary>One entry for each table; null when the store does not count how they are read.</summary>
    public IReadOnlyList<TableCount>? Tables { get; init; }

    /// <summary>
    /// What ran since an earlier reading, the longest total first; null when either could not be read. A count that fell
    /// was started over in between, and counts from zero.
    /// </summary>
    public IReadOnlyList<StatementCount>? Since(StatementReading earlier)
    {
        if (Statements is null || earlier.Statements is null)
        {
            return null;
        }

        var before = earlier.Statements.ToDictionary(statement => statement.Id, StringComparer.Ordinal);
        return
        [
            .. Statements
                .Select(now => before.GetValueOrDefault(now.Id) is { } then && then.Calls <= now.Calls ? Since(now, then) : now)
                .Where(statement => statement.Calls > 0)
                .OrderByDescending(statement => statement.TotalMillis),
        ];
    }

    /// <summary>
    /// Which tables were read since an earlier reading, and how, the most rows scanned first; null when either could not be
    /// read. Counts that fell were started over in between, and count from zero.
    /// </summary>
    public IReadOnlyList<TableCount>? TablesSince(StatementReading earlier)
    {
        if (Tables is null || earlier.Tables is null)
        {
            return null;
        }

        var before = earlier.Tables.ToDictionary(table => table.Id, StringComparer.Ordinal);
        return
        [
            .. Tables
                .Select(now => before.GetValueOrDefault(now.Id) is { } then && IsOn(now, then) ? Since(now, then) : now)
                .Where(table => table.Scans > 0 || table.IndexScans > 0)
                .OrderByDescending(table => table.RowsScanned)
                .ThenByDescending(table => table.Scans)
                .ThenBy(table => table.Name, StringComparer.Ordinal),
        ];
    }

    static bool IsOn(TableCount now, TableCount then) =>
        then.Scans <= now.Scans && then.RowsScanned <= now.RowsScanned && then.IndexScans <= now.IndexScans;

    static StatementCount Since(StatementCount now, StatementCount then) => now with
    {
        Calls = now.Calls - then.Calls,
        TotalMillis = Math.Max(0, now.TotalMillis - then.TotalMillis),
        Rows = Increase(now.Rows, then.Rows),
        Blocks = Increase(now.Blocks, then.Blocks),
    };

    static TableCount Since(TableCount now, TableCount then) => now with
    {
        Scans = now.Scans - then.Scans,
        RowsScanned = now.RowsScanned - then.RowsScanned,
        IndexScans = now.IndexScans - then.IndexScans,
    };

    static long? Increase(long? now, long? then) => now - then is { } increase ? Math.Max(0, increase) : null;
}
