using PerfGate.Statistics.Paired;

namespace PerfGate.Statistics.Tests.Paired;

public sealed class Noises
{
    [Fact]
    public void Normal_rounds_and_sessions_have_the_deviations_they_were_made_with()
    {
        var noise = PairedNoise.Of(Sessions(300, round: 0.03, session: 0.015)).ShouldNotBeNull();
        (noise.Sessions, noise.Rounds).ShouldBe((300, 3_000));
        noise.Round.ShouldBe(0.03, 0.002);
        noise.Session!.Value.ShouldBe(0.015, 0.002);
    }

    [Fact]
    public void Sessions_that_do_not_differ_are_hardly_said_to() =>
        PairedNoise.Of(Sessions(300, round: 0.03, session: 0))!.Session!.Value.ShouldBeLessThan(0.005);

    [Fact]
    public void Wild_rounds_count_as_much_as_they_cost_the_test()
    {
        // By Huber's formula, 10 % of four times the deviation cost as much as 1.11 times the deviation in all.
        PairedNoise.Of(Sessions(300, round: 0.03, session: 0, spikes: 0.1))!.Round.ShouldBe(1.11 * 0.03, 0.0025);
    }

    [Fact]
    public void One_session_does_not_know_what_sessions_differ_by_and_four_rounds_know_nothing()
    {
        PairedNoise.Of([[0.01, -0.01, 0.02, -0.02, 0]])!.Session.ShouldBeNull();
        PairedNoise.Of([[0.01, -0.01, 0.02, -0.02]]).ShouldBeNull();
        PairedNoise.Of([]).ShouldBeNull();
        PairedNoise.Of([[0, 0, 0, 0, 0], [1, 1, 1, 1, 1]])!.ShouldBe(new PairedNoise(2, 10, 0, Math.Sqrt(0.5)));
    }

    static IEnumerable<double[]> Sessions(int count, double round, double session, double spikes = 0)
    {
        var random = new Random(101);
        var system = new SimulatedSystem(random) { Metrics = 1, RoundDeviation = round, SessionDeviation = session, Spikes = spikes };
        return [.. Enumerable.Range(0, count).Select(_ => system.Session(10).Of(SimulatedSystem.Name(0)).ToArray())];
    }
}
