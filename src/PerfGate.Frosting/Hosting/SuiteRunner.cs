using Cake.Frosting;
using Microsoft.Extensions.DependencyInjection;
using PerfGate.Frosting.Publishing;

namespace PerfGate.Frosting.Hosting;

/// <summary>Runs the targets of a call for each of its suites in turn, and tells what came of them once.</summary>
internal sealed class SuiteRunner(SuiteBook book, TextWriter errors)
{
    readonly Func<string, string?> variables = System.Environment.GetEnvironmentVariable;

    /// <summary>Returns the exit code of the call.</summary>
    public int Run(IReadOnlyList<string> args)
    {
        PerfSession? current = null;
        using var cancellation = new Cancellation(errors, () => current?.Abort());
        var sequence = SuiteSequence.Of(args, book.Suites.Select(s => s.Name));
        if (!sequence.HasSeveral)
        {
            using var only = current = new PerfSession(book, sequence, TimeProvider.System, variables, cancellation.Token);
            return Run(only, sequence.Names is [var one] ? SuiteSequence.ArgsFor(one, args) : args);
        }

        PerfSession? read = null;
        foreach (var name in sequence.Names)
        {
            if (cancellation.Token.IsCancellationRequested) return ExitCodes.Cancelled;
            using var session = current = new PerfSession(book, sequence, TimeProvider.System, variables, cancellation.Token);
            Console.WriteLine($"\nSuite {name}");
            var code = Run(session, SuiteSequence.ArgsFor(name, args));
            sequence.Add(new SuiteOutcome(name, code, session.ToTell, session.Problem) { DefinedIn = session.Settings?.Plan.Suite.DefinedIn });
            if (session.Settings is null) return code;
            (read, current) = (session, null);
        }

        if (sequence.Outcomes.Any(o => o.Judged is not null) && !cancellation.Token.IsCancellationRequested)
            Announcement.TellAsync(sequence.Outcomes, read!.Settings!, cancellation.Token).GetAwaiter().GetResult();
        return ExitCodes.Of([.. sequence.Outcomes.Select(o => o.ExitCode)]);
    }

    int Run(PerfSession session, IReadOnlyList<string> args)
    {
        var code = new CakeHost()
            .ConfigureServices(services => services.AddSingleton(session))
            .UseContext<PerfContext>()
            .UseLifetime<PerfLifetime>()
            .AddAssembly(typeof(PerfHost).Assembly)
            .Run(args);
        if (code != ExitCodes.Done && !session.HasBegun) errors.WriteLine("  What can be run, and how: ./build.sh --help");
        return ExitCodes.Of(code, session.Outcome, session.Cancellation.IsCancellationRequested);
    }
}
