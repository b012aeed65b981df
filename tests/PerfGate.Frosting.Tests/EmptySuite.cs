using PerfGate.Gate.Suites;

namespace PerfGate.Frosting.Tests;

/// <summary>A suite that says nothing.</summary>
public sealed class EmptySuite : PerfSuite
{
    public override string Name => "empty";

    public override string Folder => ".";

    protected override void Define(SuiteBuilder suite)
    {
    }
}
