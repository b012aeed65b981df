using PerfGate.Load.Transports;

namespace PerfGate.Load.Tests.Transports;

public sealed class EndingExchanges : IDisposable
{
    readonly CancellationTokenSource cutOff = new();
    readonly Exchange exchange;
    readonly Line line = new();

    public EndingExchanges() => exchange = new Exchange(cutOff.Token);

    public void Dispose() => cutOff.Dispose();

    [Fact]
    public void Within_its_time_nothing_is_ended()
    {
        Begin(now: 0, limit: 100);
        exchange.Overdue(99).ShouldBeNull();
        exchange.TryDetach().ShouldBeTrue();
        exchange.End().ShouldBe(ExchangeEnd.Finished);
    }

    [Fact]
    public void Past_its_time_what_is_under_way_is_ended_and_cannot_be_used_again()
    {
        Begin(now: 0, limit: 100);
        exchange.Overdue(100).ShouldBe(line);
        exchange.Aborted.ShouldBeTrue();
        exchange.TryDetach().ShouldBeFalse();
        exchange.End().ShouldBe(ExchangeEnd.TimedOut);
    }

    [Fact]
    public async Task Once_the_run_is_cut_off_it_is_ended_whatever_time_is_left()
    {
        Begin(now: 0, limit: 1_000_000);
        await cutOff.CancelAsync();
        exchange.Overdue(1).ShouldBe(line);
        exchange.End().ShouldBe(ExchangeEnd.CutOff);
    }

    [Fact]
    public void What_is_attached_after_the_time_was_up_is_found_by_the_next_look()
    {
        exchange.Begin(0, 100);
        exchange.Overdue(100).ShouldBeNull();
        exchange.Attach(line);
        exchange.Overdue(101).ShouldBe(line);
    }

    [Fact]
    public void What_was_taken_back_is_not_ended_any_more()
    {
        Begin(now: 0, limit: 100);
        exchange.TryDetach().ShouldBeTrue();
        exchange.Overdue(100).ShouldBeNull();
    }

    [Fact]
    public void A_new_round_has_its_own_time()
    {
        Begin(now: 0, limit: 100);
        exchange.End();
        exchange.Overdue(200).ShouldBeNull();
        Begin(now: 200, limit: 100);
        exchange.Overdue(250).ShouldBeNull();
        exchange.Aborted.ShouldBeFalse();
        exchange.Overdue(300).ShouldBe(line);
    }

    [Fact]
    public void A_token_that_is_cancelled_late_is_not_that_of_the_next_round()
    {
        exchange.Begin(0, 100);
        exchange.AttachToken();
        var late = exchange.Overdue(100).ShouldNotBeNull();
        exchange.End();
        exchange.Begin(200, 100);
        var token = exchange.AttachToken();
        late.Abort();
        token.IsCancellationRequested.ShouldBeFalse();
    }

    [Fact]
    public void A_token_is_used_again_as_long_as_it_was_not_cancelled()
    {
        exchange.Begin(0, 100);
        var token = exchange.AttachToken();
        exchange.TryDetach();
        exchange.End();
        exchange.Begin(200, 100);
        exchange.AttachToken().ShouldBe(token);
    }

    [Fact]
    public async Task However_the_two_threads_meet_either_the_line_is_used_again_or_it_is_ended_never_both()
    {
        var sweeping = 1;
        var sweeper = Task.Run(() =>
        {
            while (Volatile.Read(ref sweeping) == 1) (exchange.Overdue(1) as Line)?.Abort();
        });
        var (kept, ended) = (0, 0);
        for (var i = 0; i < 200_000; i++)
        {
            var mine = new Line();
            exchange.Begin(0, i % 2 == 0 ? 1 : 2);
            exchange.Attach(mine);
            if (exchange.TryDetach())
            {
                kept++;
                Thread.SpinWait(20);
                mine.Ended.ShouldBeFalse();
            }
            else
            {
                ended++;
            }

            exchange.End();
        }

        Volatile.Write(ref sweeping, 0);
        await sweeper;
        kept.ShouldBeGreaterThanOrEqualTo(100_000);
        (kept + ended).ShouldBe(200_000);
    }

    void Begin(long now, long limit)
    {
        exchange.Begin(now, limit);
        exchange.Attach(line);
    }

    sealed class Line : IAbortable
    {
        volatile bool ended;

        public bool Ended => ended;

        public void Abort() => ended = true;
    }
}
