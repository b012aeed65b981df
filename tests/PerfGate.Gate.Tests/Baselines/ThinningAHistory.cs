using PerfGate.Gate.Baselines;

namespace PerfGate.Gate.Tests.Baselines;

public sealed class ThinningAHistory
{
    [Fact]
    public void Up_to_sixty_runs_all_stay() => HistoryThinning.Superfluous([.. Enumerable.Range(0, 60)]).ShouldBeEmpty();

    [Fact]
    public void Of_sixty_one_the_newest_twenty_stay_and_every_second_of_the_others_from_the_oldest_on()
    {
        var left = Thinned([.. Enumerable.Range(0, 61)]);
        left.ShouldBe([.. Enumerable.Range(0, 21).Select(i => 2 * i), .. Enumerable.Range(41, 20)]);
    }

    [Fact]
    public void However_long_it_goes_on_the_history_is_bounded_and_reaches_back_to_the_first_run()
    {
        List<int> history = [];
        for (var run = 0; run < 1_000; run++)
        {
            history = Thinned([.. history, run]);
            history.Count.ShouldBeLessThanOrEqualTo(60);
            history[0].ShouldBe(0);
            history.TakeLast(20).ShouldBe(Enumerable.Range(Math.Max(0, run - 19), Math.Min(20, run + 1)));
        }
    }

    [Fact]
    public void It_is_the_denser_the_nearer_to_today()
    {
        List<int> history = [];
        for (var run = 0; run < 1_000; run++) history = Thinned([.. history, run]);
        var gaps = history.Zip(history.Skip(1), (one, next) => next - one).ToList();
        gaps.Take(gaps.Count / 3).Average().ShouldBeGreaterThan(2 * gaps.Skip(gaps.Count / 3).Average());
        gaps.TakeLast(19).ShouldAllBe(gap => gap == 1);
    }

    static List<int> Thinned(List<int> runs) => [.. runs.Except(HistoryThinning.Superfluous(runs))];
}
