using System.Collections.Concurrent;
using PerfGate.Frosting.Progress;
using PerfGate.Load.Results;

namespace PerfGate.Frosting.Tests.Progress;

public sealed class Watching
{
    const string HideCursor = "\e[?25l";
    const string ShowCursor = "\e[?25h";

    [Fact]
    public async Task What_was_reported_is_shown_before_the_console_is_given_back()
    {
        var view = new RecordingView();
        await using (var progress = new LiveProgress(view))
        {
            progress.Report(Reports.At(1));
            progress.Report(Reports.At(2));
        }

        view.Shown.Select(report => report.Elapsed.TotalSeconds).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task Reports_may_come_from_any_thread()
    {
        var view = new RecordingView();
        await using (var progress = new LiveProgress(view))
            await Parallel.ForAsync(0, 1_000, (i, _) => { progress.Report(Reports.At(i)); return ValueTask.CompletedTask; });
        view.Shown.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_slow_console_loses_the_oldest_reports_and_never_holds_up_the_load()
    {
        var view = new RecordingView { Gate = new TaskCompletionSource() };
        await using (var progress = new LiveProgress(view))
        {
            for (var second = 0; second < 1_000; second++) progress.Report(Reports.At(second));
            view.Gate.SetResult();
        }

        view.Shown.Count.ShouldBeLessThan(20);
        view.Shown.Last().Elapsed.ShouldBe(TimeSpan.FromSeconds(999));
    }

    [Fact]
    public async Task A_console_that_breaks_is_given_up_and_the_load_goes_on()
    {
        var progress = new LiveProgress(new BrokenView());
        for (var second = 0; second < 100; second++) progress.Report(Reports.At(second));
        await progress.DisposeAsync();
        progress.Report(Reports.At(100));
        await progress.DisposeAsync();
    }

    [Fact]
    public async Task A_terminal_gets_a_block_that_is_redrawn_in_place_and_its_cursor_back()
    {
        var terminal = new FakeTerminal(80, 24);
        await using (var progress = new LiveProgress(ProgressView.For(terminal.Console(), _ => null)))
        {
            progress.Report(Reports.At(1));
            progress.Report(Reports.At(2, stage: 2, name: "hold 200"));
        }

        terminal.Written.ShouldContain("hold 100");
        terminal.Written.ShouldContain("hold 200");
        terminal.Written.ShouldContain("\e[2A");
        terminal.Written.ShouldContain(HideCursor);
        terminal.Written.ShouldEndWith(ShowCursor);
    }

    [Fact]
    public async Task The_cursor_comes_back_when_the_reports_end_badly()
    {
        var terminal = new FakeTerminal(80, 24);
        await Should.ThrowAsync<OperationCanceledException>(() => new ProgressBlock(terminal.Console()).ShowAsync(Cancelled()));
        terminal.Written.ShouldEndWith(ShowCursor);
    }

    [Theory]
    [InlineData("CI", "true")]
    [InlineData("NO_COLOR", "1")]
    [InlineData("TERM", "dumb")]
    public void A_log_or_a_plain_terminal_gets_lines(string name, string value) =>
        ProgressView.For(new FakeTerminal(80, 24).Console(), variable => variable == name ? value : null).ShouldBeOfType<ProgressLines>();

    [Fact]
    public void Redirected_output_gets_lines() =>
        ProgressView.For(new FakeTerminal(80, 24, isTerminal: false).Console(), _ => null).ShouldBeOfType<ProgressLines>();

    [Fact]
    public void A_terminal_without_escape_sequences_gets_lines() =>
        ProgressView.For(new FakeTerminal(80, 24).Console(ansi: false), _ => null).ShouldBeOfType<ProgressLines>();

    [Fact]
    public void A_terminal_gets_a_block_when_the_variables_are_set_to_nothing() =>
        ProgressView.For(new FakeTerminal(80, 24).Console(), variable => variable is "TERM" ? "xterm" : "").ShouldBeOfType<ProgressBlock>();

    static async IAsyncEnumerable<LoadProgress> Cancelled()
    {
        yield return Reports.At(1);
        await Task.Yield();
        throw new OperationCanceledException();
    }

    sealed class RecordingView : IProgressView
    {
        public ConcurrentQueue<LoadProgress> Shown { get; } = [];

        public TaskCompletionSource? Gate { get; init; }

        public async Task ShowAsync(IAsyncEnumerable<LoadProgress> reports)
        {
            if (Gate is not null) await Gate.Task;
            await foreach (var report in reports) Shown.Enqueue(report);
        }
    }

    sealed class BrokenView : IProgressView
    {
        public Task ShowAsync(IAsyncEnumerable<LoadProgress> reports) => throw new IOException("Broken pipe.");
    }
}
