using PerfGate.Gate.Records;

namespace PerfGate.Gate.Targets;

/// <summary>
/// How many users a system held within its critical limits: stage by stage, the fewest users first, up to the first stage
/// that misses a critical limit of latency or errors. Open stages have no users to hold: their pool waits for arrivals
/// (<see cref="HeldRate"/>).
/// </summary>
/// <param name="Held">The most users of a stage that missed nothing; null when there was none such below the first that did.</param>
/// <param name="Offered">The most users that really ran in a measured stage; 0 when nobody did.</param>
/// <param name="Asked">The most users that the profile asks for in a measured stage.</param>
/// <param name="Broken">The stage that broke with the fewest users; null when none did.</param>
internal sealed record HeldUsers(int? Held, int Offered, int Asked, BrokenStage? Broken)
{
    // A stage counts as one of so many users when they really ran for most of it: not while they were still coming.
    const double NearlyAll = 0.95;
    const double MostOfIt = 0.5;

    /// <summary>What a run shows.</summary>
    public static HeldUsers Of(RunRecord run)
    {
        var asked = run.Stages.Where(s => s is { WarmUp: false, Rate: null }).Select(s => s.Users).DefaultIfEmpty().Max();
        var stages = run.Stages.Where(s => s is { WarmUp: false, Rate: null, Users: > 0, Endpoints.Count: > 0 } && Ran(s, run)).ToList();
        var broken = stages.Select(s => StageBreak.Of(s, run.Targets)).Append(Death(run)).OfType<BrokenStage>()
            .OrderBy(b => b.Users).ThenBy(b => b.FromSeconds).FirstOrDefault();
        var held = stages.Where(s => broken is null || s.Users < broken.Users).Select(s => (int?)s.Users).Max();
        return new HeldUsers(held, stages.Select(s => s.Users).DefaultIfEmpty().Max(), asked, broken);
    }

    /// <summary>
    /// The users held, as far as that says whether there are so many: null when the run neither held them nor broke with that
    /// many or fewer. 0 when it broke with that many or fewer and held no stage at all.
    /// </summary>
    public int? KnownAgainst(double limit) =>
        Held >= limit ? Held
        : Broken?.Users <= limit ? Held ?? 0
        : null;

    static bool Ran(StageRecord stage, RunRecord run)
    {
        var users = UsersDuring(stage, run.Series);
        return users.Count(u => u >= NearlyAll * stage.Users) > MostOfIt * users.Count;
    }

    static List<int> UsersDuring(StageRecord stage, SeriesRecord series) =>
    [
        .. series.Second.Zip(series.Users)
            .Where(point => point.First + series.SecondsPerPoint / 2.0 is var middle && middle >= stage.StartSeconds && middle < stage.StartSeconds + stage.DurationSeconds)
            .Select(point => point.Second),
    ];

    // A system that died broke with as many users as ran by then, in a warm-up too.
    static BrokenStage? Death(RunRecord run)
    {
        if (run.End != RunEnd.SystemDied || run.Stages.LastOrDefault(s => s.StartSeconds < run.DurationSeconds) is not { Rate: null } stage) return null;
        var users = UsersDuring(stage, run.Series).DefaultIfEmpty().Max();
        return users == 0 ? null : new BrokenStage(stage.Name, users, stage.StartSeconds, run.DurationSeconds, "the system died");
    }
}
