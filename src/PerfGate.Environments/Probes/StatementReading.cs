namespace PerfGate.Environments.Probes;

/// <summary>What a store has counted of each statement at one moment.</summary>
/// <param name="Statements">One entry for each statement; null when they cannot be read.</param>
/// <param name="Note">Why they cannot be read and what would change that; null when they can.</param>
public sealed record StatementReading(IReadOnlyList<StatementCount>? Statements, string? Note = null)
{
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
                .Select(now => before.GetValueOrDefault(now.Id) is { } then && then.Calls <= now.Calls
                    ? now with { Calls = now.Calls - then.Calls, TotalMillis = Math.Max(0, now.TotalMillis - then.TotalMillis) }
                    : now)
                .Where(statement => statement.Calls > 0)
                .OrderByDescending(statement => statement.TotalMillis),
        ];
    }
}
