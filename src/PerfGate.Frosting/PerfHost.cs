using PerfGate.Frosting.Hosting;
using PerfGate.Gate.Suites;
using PerfGate.Load;

namespace PerfGate.Frosting;

/// <summary>
/// A Cake Frosting host that knows the Perf tasks. A build program is three lines:
/// <c>return PerfHost.Create().Add&lt;MySuite&gt;().Run(args);</c>
/// </summary>
/// <remarks>Tasks of the build's own are found in its assembly; they derive from <c>FrostingTask&lt;PerfContext&gt;</c>.</remarks>
public sealed class PerfHost
{
    readonly List<PerfSuite> suites = [];
    readonly List<BuildArgument> arguments = [];

    PerfHost()
    {
    }

    /// <summary>A host without suites.</summary>
    public static PerfHost Create() => new();

    /// <summary>Adds a suite; the first one added is the default of --suite.</summary>
    public PerfHost Add<TSuite>()
        where TSuite : PerfSuite, new()
    {
        suites.Add(new TSuite());
        return this;
    }

    /// <summary>Makes an argument of the build's own tasks known, so that it is in the help and not taken for a typing error.</summary>
    /// <param name="name">Its name without the dashes.</param>
    /// <param name="description">One line of help.</param>
    public PerfHost Accept(string name, string description)
    {
        arguments.Add(new BuildArgument(name, description));
        return this;
    }

    /// <summary>
    /// Runs the targets asked for. 0: passed, improved or no baseline yet. 1: the gate could not run. 2: regressed, or a
    /// critical target missed. 3: inconclusive, with --strict. 4: invalid run. 130: cancelled.
    /// </summary>
    public int Run(IReadOnlyList<string> args)
    {
        ArgumentNullException.ThrowIfNull(args);
        GeneratorRuntime.Prepare();
        var book = new SuiteBook(suites, arguments);
        if (args.Count == 0 || Help.IsAskedFor(args))
        {
            Help.Write(Console.Out, book);
            return ExitCodes.Done;
        }

        return new SuiteRunner(book, Console.Error).Run(args);
    }
}
