namespace PerfGate.Load.Tests.Users;

public sealed class Pacing
{
    const ulong Any = 0x9E3779B97F4A7C15;

    [Fact]
    public void Without_a_pace_nothing_is_ever_due() => Pace.None.NextDue(due: 0, ended: 5_000, Any).ShouldBeNull();

    [Fact]
    public void A_constant_wait_begins_when_the_task_ended() =>
        Pace.Constant(2.Seconds()).NextDue(due: 0, ended: 300_000, Any).ShouldBe(2_300_000);

    [Fact]
    public void A_wait_in_a_range_covers_all_of_the_range_and_nothing_else()
    {
        var pace = Pace.Between(1.Seconds(), 3.Seconds());
        var waits = Enumerable.Range(0, 10_000).Select(i => pace.NextDue(0, 0, Seeds.Mix((ulong)i))!.Value).ToList();

        waits.Min().ShouldBeInRange(1_000_000, 1_010_000);
        waits.Max().ShouldBeInRange(2_990_000, 3_000_000);
        waits.Average().ShouldBe(2_000_000, tolerance: 30_000);
    }

    [Fact]
    public void Both_ends_of_a_range_are_waits_too()
    {
        var pace = Pace.Between(1.Seconds(), 3.Seconds());
        pace.NextDue(0, 0, bits: 0).ShouldBe(1_000_000);
        pace.NextDue(0, 0, ulong.MaxValue).ShouldBe(3_000_000);
    }

    [Fact]
    public void A_throughput_waits_for_the_rest_of_the_interval_only() =>
        Pace.Throughput(1.Seconds()).NextDue(due: 5_000_000, ended: 5_400_000, Any).ShouldBe(6_000_000);

    [Fact]
    public void A_throughput_does_not_drift_when_a_task_began_late() =>
        Pace.Throughput(1.Seconds()).NextDue(due: 5_000_000, ended: 5_999_999, Any).ShouldBe(6_000_000);

    [Fact]
    public void A_task_longer_than_its_interval_is_followed_at_once_and_the_missed_interval_is_not_made_up_for() =>
        Pace.Throughput(1.Seconds()).NextDue(due: 5_000_000, ended: 8_500_000, Any).ShouldBe(8_500_000);

    [Fact]
    public void Impossible_paces_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Pace.Constant((-1).Seconds()));
        Should.Throw<ArgumentOutOfRangeException>(() => Pace.Between(3.Seconds(), 1.Seconds()));
        Should.Throw<ArgumentOutOfRangeException>(() => Pace.Throughput(TimeSpan.Zero));
    }
}
