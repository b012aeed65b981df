using PerfGate.Load.Profiles;

namespace PerfGate.Gate.Paired;

/// <summary>
/// The rounds between two starts of both systems, as two profiles on one clock. In a slot both sides are asked, each in the middle
/// between two requests to the other: what makes the machine slower for a second makes it slower for both.
/// </summary>
internal sealed class BlockPlan
{
    // When each side's first request of a slot is due, in intervals between two: half of one apart, and as far from either end.
    const double First = 0.25;
    const double Second = 0.75;

    readonly PairedSettings settings;
    readonly double rate;

    /// <summary>A block with an order of its own for each round.</summary>
    /// <param name="settings">Lengths.</param>
    /// <param name="rate">Arrivals a second in a slot, on each side.</param>
    /// <param name="baselineFirst">For each round whether the baseline is asked first.</param>
    public BlockPlan(PairedSettings settings, double rate, IReadOnlyList<bool> baselineFirst)
    {
        this.settings = settings;
        this.rate = rate;
        BaselineFirst = baselineFirst;
        Slots = [.. Lay(baselineFirst.Count)];
        Baseline = Profile(first => first ? First : Second);
        Candidate = Profile(first => first ? Second : First);
    }

    /// <summary>For each round whether the baseline is asked first.</summary>
    public IReadOnlyList<bool> BaselineFirst { get; }

    /// <summary>A slot for each round.</summary>
    public IReadOnlyList<SlotPlan> Slots { get; }

    public Profile Baseline { get; }

    public Profile Candidate { get; }

    /// <summary>The stage of a profile in which a round is measured.</summary>
    public static string StageOf(int round) => $"round {round + 1}";

    /// <summary>
    /// Orders of rounds: as many one way as the other in every two, which of them first is drawn. An odd last one is drawn.
    /// </summary>
    public static IReadOnlyList<bool> DrawOrders(int rounds, Random random)
    {
        var orders = new bool[rounds];
        for (var round = 0; round < rounds; round++) orders[round] = round % 2 == 0 ? random.Next(2) == 0 : !orders[round - 1];
        return orders;
    }

    IEnumerable<SlotPlan> Lay(int rounds)
    {
        var at = settings.WarmUp.TotalSeconds;
        for (var round = 0; round < rounds; round++)
        {
            var start = at + settings.Gap.TotalSeconds;
            var end = start + settings.Slot.TotalSeconds;
            yield return new SlotPlan(at, start, start + settings.Discard.TotalSeconds, end);
            at = end;
        }
    }

    Profile Profile(Func<bool, double> firstDue)
    {
        var stages = new List<Stage> { Open("warm-up", 0, settings.WarmUp.TotalSeconds, rate, warmUp: true) };
        var came = settings.WarmUp.TotalSeconds * rate;
        foreach (var (slot, round) in Slots.Select((slot, round) => (slot, round)))
        {
            // Arrivals are counted through the whole profile, what the last slot left of one included: unless load begins as much
            // sooner or later, both sides are asked at the same moment in every other round.
            var start = slot.Start + (firstDue(BaselineFirst[round]) - UntilDue(came)) / rate;
            came += (slot.End - start) * rate;
            stages.Add(Open("quiet", slot.Quiet, start, 0, warmUp: true));
            stages.Add(Open("discarded", start, slot.Measured, rate, warmUp: true));
            stages.Add(Open(StageOf(round), slot.Measured, slot.End, rate, warmUp: false));
        }

        return new Profile("paired", stages) { Pool = PoolFor(rate) };
    }

    // How much of an arrival is missing until the next is due: that is when half of it has come.
    static double UntilDue(double came) => (1.5 - came % 1) % 1;

    // What a system may hold back for a quarter of a second, and no more: every user of the pool signs in at each start.
    static int PoolFor(double rate) => (int)Math.Clamp(Math.Ceiling(rate / 4), 16, 400);

    // From one moment to the next, so that what is rounded off does not add up and both sides end together.
    static Stage Open(string name, double from, double to, double rate, bool warmUp) =>
        new(name, 0, 0, TimeSpan.FromSeconds(to) - TimeSpan.FromSeconds(from), warmUp) { Arrivals = new Arrivals(rate, rate) };
}
