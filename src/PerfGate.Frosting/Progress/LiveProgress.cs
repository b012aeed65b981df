using System.Threading.Channels;
using PerfGate.Load.Results;
using Spectre.Console;

namespace PerfGate.Frosting.Progress;

/// <summary>
/// Shows load while it runs, on a terminal as a block that is redrawn, elsewhere as a line now and then. Reports may come
/// from any thread; they never wait and never fail, whatever happens to the console.
/// </summary>
internal sealed class LiveProgress : IProgress<LoadProgress>, IAsyncDisposable
{
    // A console that is slower than this loses the oldest reports, not the run its pace.
    const int Backlog = 8;

    readonly Channel<LoadProgress> reports = Channel.CreateBounded<LoadProgress>(
        new BoundedChannelOptions(Backlog) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    readonly Task showing;

    public LiveProgress(IProgressView view) => showing = Task.Run(() => ShowAsync(view));

    /// <summary>Progress on this process's console, in the form that suits it.</summary>
    public static LiveProgress Create() => new(ProgressView.For(AnsiConsole.Console, System.Environment.GetEnvironmentVariable));

    public void Report(LoadProgress value) => reports.Writer.TryWrite(value);

    /// <summary>Shows what was reported before, and gives the console back.</summary>
    public async ValueTask DisposeAsync()
    {
        reports.Writer.TryComplete();
        await showing;
    }

    async Task ShowAsync(IProgressView view)
    {
        try
        {
            await view.ShowAsync(reports.Reader.ReadAllAsync());
        }
#pragma warning disable CA1031 // No measurement ends because a console went away.
        catch (Exception)
#pragma warning restore CA1031
        {
            reports.Writer.TryComplete();
        }
    }
}
