namespace PerfGate.Gate.Suites;

/// <summary>
/// One system's performance test: who uses it, under which load, within which limits, and how to bring it up.
/// Derive from it under perf/ and hand it to the host; perf/README.md shows the steps.
/// </summary>
public abstract class PerfSuite
{
    /// <summary>The name on the command line, lower case: --suite=zenzefi.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// The suite's folder below the repository's root. Baselines are kept in it, and the paths of its projects are
    /// relative to it.
    /// </summary>
    public abstract string Folder { get; }

    /// <summary>Says what the suite is made of.</summary>
    protected abstract void Define(SuiteBuilder suite);

    /// <summary>The suite as data, with every mistake in it collected in <see cref="SuiteDefinition.Problems"/>.</summary>
    /// <param name="root">The repository's root folder.</param>
    public SuiteDefinition Build(string root)
    {
        var builder = new SuiteBuilder(Name, Path.GetFullPath(Folder, root));
        Define(builder);
        return builder.Build();
    }
}
