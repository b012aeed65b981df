using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Tests.Support;

/// <summary>A build of a few tasks, registered one by one so that tests do not see each other's.</summary>
internal sealed class TestBuild
{
    readonly List<Func<CakeHost, CakeHost>> configuration = [host => host.UseContext<JournalContext>()];

    public static TestBuild Of(params IEnumerable<Type> tasks) =>
        new TestBuild().With(host => host.ConfigureServices(services =>
        {
            foreach (var task in tasks) services.AddSingleton(typeof(IFrostingTask), task);
        }));

    public TestBuild With(Func<CakeHost, CakeHost> configure)
    {
        configuration.Add(configure);
        return this;
    }

    public BuildOutcome Run(params IEnumerable<string> args)
    {
        var journal = new Journal();
        var exitCode = int.MinValue;
        var output = CapturedConsole.During(() =>
        {
            var host = new CakeHost().ConfigureServices(services => services.AddSingleton(journal));
            exitCode = configuration.Aggregate(host, (configured, configure) => configure(configured)).Run(args);
        });
        return new BuildOutcome(exitCode, journal.Entries, output);
    }
}
