using PerfGate.Gate.Paired;
using PerfGate.Gate.Records;

namespace PerfGate.Gate.Tests.Paired;

public sealed class GuardingRounds
{
    static readonly RoundRecord Quiet = SampleSession.Same.Record().Screen[0] with
    {
        GeneratorCpuShare = 0.1,
        StealShare = 0,
        OthersShare = 0.02,
        ControlMicros = 100,
    };

    static IReadOnlyList<string> Trips(RoundRecord round, double? usual = 100) => [.. PairedGuards.Usual.Trips(round, usual)];

    [Fact]
    public void A_quiet_round_counts() => Trips(Quiet).ShouldBeEmpty();

    [Theory]
    [InlineData(49_999, null)]
    [InlineData(50_000, null)]
    [InlineData(80_000, "The load generator was late: 1 % of the tasks by more than 80 ms (limit 50 ms).")]
    public void A_generator_that_is_late_on_either_side_voids_a_round(long lag, string? says)
    {
        Trips(Quiet with { Candidate = Quiet.Candidate with { LagP99Micros = lag } }).ShouldBe(Said(says));
        Trips(Quiet with { Baseline = Quiet.Baseline with { LagP99Micros = lag } }).ShouldBe(Said(says));
    }

    [Theory]
    [InlineData(0.49, null)]
    [InlineData(0.5, null)]
    [InlineData(0.6, "The load generator used 60 % of the machine (limit 50 %).")]
    public void So_does_one_that_is_busy(double share, string? says) => Trips(Quiet with { GeneratorCpuShare = share }).ShouldBe(Said(says));

    [Theory]
    [InlineData(0.04, null)]
    [InlineData(0.05, null)]
    [InlineData(0.06, "The hypervisor gave 6 % of the machine's time to others (limit 5 %).")]
    public void So_does_a_hypervisor_that_takes_time_away(double share, string? says) => Trips(Quiet with { StealShare = share }).ShouldBe(Said(says));

    [Theory]
    [InlineData(0.14, null)]
    [InlineData(0.15, null)]
    [InlineData(0.16, "Other programs used 16 % of the machine (limit 15 %).")]
    public void So_do_other_programs(double share, string? says) => Trips(Quiet with { OthersShare = share }).ShouldBe(Said(says));

    [Theory]
    [InlineData(299, null)]
    [InlineData(300, null)]
    [InlineData(400, "The harness's own control endpoint took 4 times as long as it usually does (limit 3).")]
    public void So_does_a_control_endpoint_that_is_slow(double micros, string? says) => Trips(Quiet with { ControlMicros = micros }).ShouldBe(Said(says));

    [Theory]
    [InlineData(49, null)]
    [InlineData(50, null)]
    [InlineData(60, "6 % of the baseline's requests failed (limit 5 %).")]
    public void So_does_a_baseline_that_fails(long failures, string? says) =>
        Trips(Quiet with { Baseline = Quiet.Baseline with { All = Quiet.Baseline.All with { Requests = 1_000, Failures = failures } } }).ShouldBe(Said(says));

    [Fact]
    public void What_could_not_be_read_trips_nothing()
    {
        var blind = Quiet with
        {
            GeneratorCpuShare = null,
            StealShare = null,
            OthersShare = null,
            ControlMicros = null,
            Baseline = Quiet.Baseline with { LagP99Micros = null, CpuSeconds = null },
            Candidate = Quiet.Candidate with { LagP99Micros = null, CpuSeconds = null },
        };
        Trips(blind).ShouldBeEmpty();
        Trips(Quiet with { ControlMicros = 1e6 }, usual: null).ShouldBeEmpty();
        Trips(Quiet with { ControlMicros = 1e6 }, usual: 0).ShouldBeEmpty();
    }

    [Fact]
    public void A_round_in_which_nobody_was_asked_does_not_count()
    {
        var none = new SlotEndpoint(EndpointRecord.AllRequests, "", 0, 0, null, null, null);
        Trips(Quiet with { Baseline = Quiet.Baseline with { All = none }, Candidate = Quiet.Candidate with { All = none } })
            .ShouldBe(["Neither side was asked for anything."]);
        Trips(Quiet with { Candidate = Quiet.Candidate with { All = none } }).ShouldBeEmpty();
    }

    [Fact]
    public void Every_guard_that_trips_says_so() =>
        Trips(Quiet with { GeneratorCpuShare = 0.9, StealShare = 0.9, OthersShare = 0.9 }).Count.ShouldBe(3);

    [Theory]
    [InlineData(1)]
    [InlineData(600_000_000)]
    public void How_fast_a_system_answered_is_never_looked_at(long micros)
    {
        SlotRecord Timed(SlotRecord slot) => slot with
        {
            All = slot.All with { P50 = micros, P95 = micros, P99 = micros },
            Endpoints = [.. slot.Endpoints.Select(e => e with { P50 = micros, P95 = micros, P99 = micros })],
            CpuSeconds = micros,
        };
        Trips(Quiet with { Candidate = Timed(Quiet.Candidate) }).ShouldBeEmpty();
        Trips(Quiet with { Baseline = Timed(Quiet.Baseline) }).ShouldBeEmpty();
    }

    [Fact]
    public void Nor_whether_the_candidate_failed() =>
        Trips(Quiet with { Candidate = Quiet.Candidate with { All = Quiet.Candidate.All with { Failures = Quiet.Candidate.All.Requests } } }).ShouldBeEmpty();

    static string[] Said(string? sentence) => sentence is null ? [] : [sentence];
}
