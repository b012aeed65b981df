using System.Diagnostics.CodeAnalysis;
using Cake.Core;
using Cake.Frosting;
using PerfGate.Frosting.Hosting;
using PerfGate.Frosting.Settings;
using PerfGate.Gate.Runs;

namespace PerfGate.Frosting;

/// <summary>What every task is handed: Cake's context, the settings of this call, and its cancellation.</summary>
public sealed class PerfContext : FrostingContext
{
    readonly Lazy<PerfSettings> settings;

    /// <summary>Made by the host.</summary>
    public PerfContext(ICakeContext context, PerfSession session)
        : base(context)
    {
        ArgumentNullException.ThrowIfNull(session);
        Session = session;
        settings = new Lazy<PerfSettings>(() => session.ReadSettings(context));
    }

    /// <summary>Everything that the command line and the environment say.</summary>
    public PerfSettings Settings => settings.Value;

    /// <summary>Cancelled by Ctrl+C and SIGTERM.</summary>
    public CancellationToken Cancellation => Session.Cancellation;

    internal PerfSession Session { get; }

    /// <summary>Ends this call with an exit code of the build's own, such as that of a program which one of its tasks ran.</summary>
    /// <param name="exitCode">More than 0.</param>
    /// <param name="message">What happened, and the next command to run.</param>
    /// <exception cref="GateException">Always.</exception>
    [DoesNotReturn]
    public void Fail(int exitCode, string message)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(exitCode, 1);
        Session.Fail(exitCode, message);
    }
}
