using System.Runtime.InteropServices;

namespace PerfGate.Frosting.Hosting;

/// <summary>
/// Ctrl+C and SIGTERM. The first one asks everything to stop and to tear down; the second one ends the process at once,
/// after killing what it started.
/// </summary>
internal sealed class Cancellation : IDisposable
{
    readonly CancellationTokenSource source = new();
    readonly TextWriter output;
    readonly Action abort;
    readonly IReadOnlyList<PosixSignalRegistration> registrations;
    int signals;

    /// <summary>Listens from now on.</summary>
    /// <param name="output">Told what happens.</param>
    /// <param name="abort">Kills what was started; called at the second signal.</param>
    public Cancellation(TextWriter output, Action abort)
    {
        this.output = output;
        this.abort = abort;
        registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(s => PosixSignalRegistration.Create(s, Handle))];
    }

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        foreach (var registration in registrations) registration.Dispose();
        source.Dispose();
    }

    void Handle(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Interlocked.Increment(ref signals) == 1)
        {
            output.WriteLine("\nStopping: taking the environment down. Once more forces it.");
            source.Cancel();
            return;
        }

        output.WriteLine("Forced: killing what was started.");
        abort();
        System.Environment.Exit(ExitCodes.Cancelled);
    }
}
