using PerfGate.Environments.Probes;

namespace PerfGate.Environments.Tests.Probes;

/// <summary>A probe that reads what a test wants it to.</summary>
internal sealed class FakeProbe(string service, params ProbeMetric[] metrics) : IStatementProbe
{
    int underWay;

    public string Service => service;

    public IReadOnlyList<ProbeMetric> Metrics => metrics;

    public Func<CancellationToken, ValueTask<ProbeReading>> Read { get; set; } = _ => new(new ProbeReading([0]));

    public StatementReading Statements { get; set; } = new(null, "It counts none.");

    public int Reads { get; private set; }

    public int MostAtOnce { get; private set; }

    public void Next(params double?[] values) => Read = _ => new(new ProbeReading(values));

    public async ValueTask<ProbeReading> ReadAsync(CancellationToken ct)
    {
        Reads++;
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref underWay));
        try
        {
            return await Read(ct);
        }
        finally
        {
            Interlocked.Decrement(ref underWay);
        }
    }

    public ValueTask<StatementReading> ReadStatementsAsync(CancellationToken ct) => new(Statements);
}
