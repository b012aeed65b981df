using System.Reflection;
using Cake.Frosting;
using PerfGate.Frosting.Settings;

namespace PerfGate.Frosting.Hosting;

/// <summary>What --help prints: everything a person can say, and what comes back.</summary>
internal static class Help
{
    const int Column = 18;

    public static bool IsAskedFor(IReadOnlyList<string> args) => args.Any(a => a is "--help" or "-h" or "-?" or "help");

    public static void Write(TextWriter output, SuiteBook book)
    {
        output.WriteLine("""
            PerfGate: measures a system under realistic load, compares it with its baseline, and decides.

            Usage: ./build.sh --target=NAME [--name=value …]
                   ./build.sh --target=Perf                     the gate, from bringing the system up to the verdict
                   ./build.sh --target=PerfBaseline             makes the last run the baseline
                   ./build.sh --target=Perf --profile=peak      another load

            Targets
            """);
        foreach (var (name, description) in Tasks()) Line(output, name, description);
        Section(output, "Settings of the Perf targets", PerfArguments.All);
        foreach (var suite in book.Suites)
        {
            var definition = suite.Build(Directory.GetCurrentDirectory());
            output.WriteLine($"\nSuite {suite.Name}");
            Line(output, "profiles", string.Join(", ", definition.Profiles.Keys));
            Line(output, "users", string.Join(", ", definition.Users.Select(u => u.Name)));
            if (definition.Mixes.Count > 0) Line(output, "mixes", string.Join(", ", definition.Mixes.Keys));
            foreach (var option in definition.Options) Line(output, $"--{option.Name}", option.Description);
        }

        if (book.Arguments.Count > 0) Section(output, "Settings of this build's own targets", book.Arguments);
        Section(output, "Settings of Cake", PerfArguments.OfCake);
        output.WriteLine("""

            Exit codes
              0    passed, improved, or no baseline yet
              1    the gate could not run
              2    regressed, or a critical target missed
              3    inconclusive, with --strict only
              4    invalid run: the generator could not keep up, or the system died
              130  cancelled: everything was taken down, nothing was made a baseline
            Paths are relative to the repository's root.
            """);
    }

    static IEnumerable<(string Name, string Description)> Tasks() =>
        new[] { typeof(PerfHost).Assembly, Assembly.GetEntryAssembly() }
            .OfType<Assembly>()
            .Distinct()
            .SelectMany(a => a.GetExportedTypes())
            .Where(t => !t.IsAbstract && typeof(IFrostingTask).IsAssignableFrom(t))
            .Select(t => (t.GetCustomAttribute<TaskNameAttribute>()?.Name ?? t.Name, t.GetCustomAttribute<TaskDescriptionAttribute>()?.Description ?? ""));

    static void Section(TextWriter output, string title, IReadOnlyList<BuildArgument> arguments)
    {
        output.WriteLine($"\n{title}");
        foreach (var argument in arguments) Line(output, $"--{argument.Name}", argument.Description);
    }

    static void Line(TextWriter output, string name, string description) => output.WriteLine($"  {name.PadRight(Column)} {description}".TrimEnd());
}
