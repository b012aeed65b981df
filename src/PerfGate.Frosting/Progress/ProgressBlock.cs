using PerfGate.Load.Results;
using Spectre.Console;

namespace PerfGate.Frosting.Progress;

/// <summary>Progress at a terminal: one block, redrawn in place with every report and left standing at the end.</summary>
internal sealed class ProgressBlock(IAnsiConsole console) : IProgressView
{
    public async Task ShowAsync(IAsyncEnumerable<LoadProgress> reports)
    {
        // The display hides the cursor. A forced exit skips its clean-up, but not this.
        AppDomain.CurrentDomain.ProcessExit += ShowCursor;
        try
        {
            await console.Live(Text.Empty).Overflow(VerticalOverflow.Crop).StartAsync(async display =>
            {
                await foreach (var report in reports)
                    display.UpdateTarget(ProgressPicture.Of(report, console.Profile));
            });
        }
        finally
        {
            AppDomain.CurrentDomain.ProcessExit -= ShowCursor;
        }
    }

    void ShowCursor(object? sender, EventArgs e) => console.Cursor.Show();
}
