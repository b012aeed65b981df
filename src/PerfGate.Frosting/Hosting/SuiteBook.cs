using PerfGate.Gate.Runs;
using PerfGate.Gate.Suites;

namespace PerfGate.Frosting.Hosting;

/// <summary>The suites of a build and the arguments of its own tasks.</summary>
internal sealed class SuiteBook(IReadOnlyList<PerfSuite> suites, IReadOnlyList<BuildArgument> arguments)
{
    public IReadOnlyList<PerfSuite> Suites => suites;

    public IReadOnlyList<BuildArgument> Arguments => arguments;

    /// <summary>The suite of that name, or the first one when no name is given.</summary>
    /// <exception cref="GateException">There is no such suite, or it cannot run.</exception>
    public SuiteDefinition Choose(string? name, string root)
    {
        if (suites.Count == 0) throw new GateException("The build knows no suite.\n  Add one in build/Program.cs: PerfHost.Create().Add<MySuite>()");
        var suite = name is null ? suites[0] : suites.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase));
        if (suite is null)
            throw new GateException($"There is no suite '{name}'{Closest.Hint(name!, suites.Select(s => s.Name))}. The build has: {string.Join(", ", suites.Select(s => s.Name))}.\n  Suites are added in build/Program.cs.");
        var definition = suite.Build(root);
        var problems = definition.Problems().ToList();
        if (problems.Count > 0)
            throw new GateException($"Suite '{suite.Name}' ({suite.GetType().Name} in {suite.Folder}) cannot run:\n  - {string.Join("\n  - ", problems)}");
        return definition;
    }
}
