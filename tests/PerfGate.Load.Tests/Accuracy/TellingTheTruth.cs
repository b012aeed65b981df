using PerfGate.Load.Results;
using PerfGate.Statistics;

namespace PerfGate.Load.Tests.Accuracy;

/// <summary>
/// A system that stalls, and what its users must see of it. The bounds are generous, since these run beside other tests; how
/// exact the engine is, to the microsecond, is for the benchmarks.
/// </summary>
public sealed class TellingTheTruth : IAsyncDisposable
{
    const double Rate = 200;

    static readonly TimeSpan Length = 2500.Milliseconds();
    static readonly TimeSpan Tolerance = 250.Milliseconds();
    readonly StallingSystem stalling = new(stallAt: 800.Milliseconds(), stall: 1.Seconds());

    readonly Load load = new();

    public static TheoryData<TransportKind> Transports => [TransportKind.HttpClient, TransportKind.Lean];

    public ValueTask DisposeAsync() => load.DisposeAsync();

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task A_stall_shows_in_every_quantile_that_it_reaches(TransportKind transport)
    {
        var truth = stalling.Truth(Rate, Length);
        var (page, generator) = await Measure(transport, pool: 400);

        page.Requests.ShouldBe(truth.Count);
        page.Failures.ShouldBe(0);
        generator.Dropped.ShouldBe(0);
        foreach (var quantile in new[] { 0.8, 0.9, 0.95, 0.99 })
            Micros(page.ResponseTime, quantile).ShouldBe(truth[(int)(quantile * truth.Count)], Tolerance, $"quantile {quantile}");
        // Four of ten arrivals fall into the stall: half of all see nothing of it.
        Micros(page.ResponseTime, 0.5).ShouldBeLessThan(Tolerance);
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Arrivals_that_no_user_is_left_for_are_counted_and_not_forgotten(TransportKind transport)
    {
        var (page, generator) = await Measure(transport, pool: 20);

        // The stall takes the pool; of the two hundred arrivals in it all but twenty find nobody.
        generator.Dropped.ShouldBeInRange(100, 300);
        (page.Requests + generator.Dropped).ShouldBe(stalling.Truth(Rate, Length).Count);
        page.ResponseTime.MaxMicros.ShouldBeGreaterThan(750_000);
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Users_that_wait_for_their_replies_see_a_stall_once_each(TransportKind transport)
    {
        await using var system = await stalling.Start();
        var plan = load.Plan(p => p.Hold(at: 5, Length), UserClass.Of<Reader>());
        var page = Page(await Load.Run(plan with { Target = system.Address, Transport = transport }));

        // So a closed model is no measure of what people see: its tail is a request of each user, however long the system stalls.
        page.ResponseTime.MaxMicros.ShouldBeGreaterThan(750_000);
        page.ResponseTime.Buckets().Where(b => b.FromMicros > 500_000).Sum(b => b.Count).ShouldBeInRange(5, 10);
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task What_holds_an_arrival_up_before_its_request_is_in_the_response_time_and_not_in_the_service_time(TransportKind transport)
    {
        await using var system = await TestSystem.Answering(200, "hello");
        var plan = load.Plan(p => p.Pool(100).HoldRate(at: 50, 1.Seconds()), UserClass.Of<Ditherer>());
        var page = Page(await Load.Run(plan with { Target = system.Address, Transport = transport }));

        Micros(page.ResponseTime, 0).ShouldBeGreaterThanOrEqualTo(Ditherer.Dithering - 5.Milliseconds());
        Micros(page.ServiceTime, 0.5).ShouldBeLessThan(Ditherer.Dithering);
    }

    async Task<(EndpointResult Page, GeneratorHealth Generator)> Measure(TransportKind transport, int pool)
    {
        await using var system = await stalling.Start();
        var plan = load.Plan(p => p.Pool(pool).HoldRate(Rate, Length), UserClass.Of<Reader>());
        var result = await Load.Run(plan with { Target = system.Address, Transport = transport });
        return (Page(result), result.Generator);
    }

    static EndpointResult Page(LoadResult result) => result.Stages.SelectMany(s => s.Endpoints).Single(e => e.Name == "/page");

    static TimeSpan Micros(HdrHistogram times, double quantile) => TimeSpan.FromMicroseconds(times.QuantileMicros(quantile));

    sealed class Ditherer : HttpUser
    {
        public static readonly TimeSpan Dithering = 300.Milliseconds();

        [UserTask]
        public async Task Read(UserContext user)
        {
            await Task.Delay(Dithering, user.Cancellation);
            using var reply = await user.Http.Send(Endpoint.Get("/page"));
        }
    }

    sealed class Reader : HttpUser
    {
        static readonly Endpoint Page = Endpoint.Get("/page");

        [UserTask]
        public async Task Read(UserContext user)
        {
            using var reply = await user.Http.Send(Page);
            reply.ExpectStatus(200);
        }
    }
}
