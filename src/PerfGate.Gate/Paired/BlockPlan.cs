using PerfGate.Load.Profiles;

namespace PerfGate.Gate.Paired;

/// <summary>
/// The rounds between two starts of both systems, as two profiles on one clock: while the one side is asked, the other is not.
/// Both warm up together, at half the rate each.
/// </summary>
internal sealed class BlockPlan
{
    readonly PairedSettings settings;

    /// <summary>A block with an order of its own for each round.</summary>
    /// <param name="settings">Lengths.</param>
    /// <param name="rate">Arrivals a second in a slot.</param>
    /// <param name="baselineFirst">For each round whether the baseline's slot comes first.</param>
    public BlockPlan(PairedSettings settings, double rate, IReadOnlyList<bool> baselineFirst)
    {
        this.settings = settings;
        BaselineFirst = baselineFirst;
        Slots = [.. Lay(baselineFirst)];
        Baseline = Profile(rate, ofBaseline: true);
        Candidate = Profile(rate, ofBaseline: false);
    }

    /// <summary>For each round whether the baseline's slot comes first.</summary>
    public IReadOnlyList<bool> BaselineFirst { get; }

    /// <summary>All slots in order of time.</summary>
    public IReadOnlyList<SlotPlan> Slots { get; }

    public Profile Baseline { get; }

    public Profile Candidate { get; }

    /// <summary>The stage of a side's profile in which a round is measured.</summary>
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

    IEnumerable<SlotPlan> Lay(IReadOnlyList<bool> baselineFirst)
    {
        var at = settings.WarmUp.TotalSeconds;
        for (var round = 0; round < baselineFirst.Count; round++)
        {
            foreach (var ofBaseline in new[] { baselineFirst[round], !baselineFirst[round] })
            {
                var start = at + settings.Gap.TotalSeconds;
                var end = start + settings.Slot.TotalSeconds;
                yield return new SlotPlan(round, ofBaseline, at, start, start + settings.Discard.TotalSeconds, end);
                at = end;
            }
        }
    }

    Profile Profile(double rate, bool ofBaseline)
    {
        var stages = new List<Stage> { Open("warm-up", settings.WarmUp.TotalSeconds, rate / 2, warmUp: true) };
        var at = settings.WarmUp.TotalSeconds;
        foreach (var slot in Slots.Where(s => s.OfBaseline == ofBaseline))
        {
            stages.Add(Open("the other side's turn", slot.Start - at, 0, warmUp: true));
            stages.Add(Open("discarded", slot.Measured - slot.Start, rate, warmUp: true));
            stages.Add(Open(StageOf(slot.Round), slot.End - slot.Measured, rate, warmUp: false));
            at = slot.End;
        }

        // Both end together, so that nobody is taken down while the other is measured.
        if (Slots[^1].End > at) stages.Add(Open("the other side's turn", Slots[^1].End - at, 0, warmUp: true));
        return new Profile("paired", stages) { Pool = PoolFor(rate) };
    }

    // What a system may hold back for a quarter of a second, and no more: every user of the pool signs in at each start.
    static int PoolFor(double rate) => (int)Math.Clamp(Math.Ceiling(rate / 4), 16, 400);

    static Stage Open(string name, double seconds, double rate, bool warmUp) =>
        new(name, 0, 0, TimeSpan.FromSeconds(seconds), warmUp) { Arrivals = new Arrivals(rate, rate) };
}
