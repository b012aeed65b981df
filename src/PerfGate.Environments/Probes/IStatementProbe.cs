namespace PerfGate.Environments.Probes;

/// <summary>A probe of a store that counts what it is asked, statement by statement, and how its tables are read.</summary>
public interface IStatementProbe : IProbe
{
    /// <summary>What it has counted until now. For the borders of a span, not for every second. One caller at a time.</summary>
    ValueTask<StatementReading> ReadStatementsAsync(CancellationToken ct);
}
