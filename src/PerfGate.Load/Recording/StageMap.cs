using PerfGate.Load.Profiles;

namespace PerfGate.Load.Recording;

/// <summary>
/// Which stage of a run a moment of load time belongs to: the stages of its profile, and before them, where open stages need a
/// pool of users, a warm-up in which that is started. The profile begins when it is ready.
/// </summary>
internal sealed class StageMap
{
    readonly IReadOnlyList<Stage> stages;
    readonly long[] ends;
    readonly int lead;
    long begin;

    public StageMap(Profile profile)
    {
        Profile = profile;
        lead = profile.PoolUsers > 0 ? 1 : 0;
        begin = lead == 0 ? 0 : long.MaxValue;
        stages = lead == 0 ? profile.Stages : [PoolStart(profile), .. profile.Stages];
        ends = new long[profile.Stages.Count];
        var end = TimeSpan.Zero;
        for (var i = 0; i < ends.Length; i++) ends[i] = (end += profile.Stages[i].Duration).Ticks / TimeSpan.TicksPerMicrosecond;
    }

    public Profile Profile { get; }

    public int Count => stages.Count;

    /// <summary>The number of the profile's own first stage.</summary>
    public int First => lead;

    /// <summary>How long the profile takes, without what comes before it.</summary>
    public long ProfileMicros => ends[^1];

    /// <summary>Whether the profile has begun.</summary>
    public bool HasBegun => Volatile.Read(ref begin) != long.MaxValue;

    /// <summary>When the profile begins; far away as long as the pool is not ready.</summary>
    public long BeginMicros => Volatile.Read(ref begin);

    public long EndMicros => HasBegun ? BeginMicros + ProfileMicros : long.MaxValue;

    public Stage this[int stage] => stages[stage];

    /// <summary>Where there is a pool: it is ready, and the profile begins.</summary>
    public void Begin(long micros)
    {
        if (lead > 0) Volatile.Write(ref begin, micros);
    }

    /// <summary>The stage's number, from 0. What comes after the profile's end belongs to the last one.</summary>
    public int IndexAt(long micros)
    {
        var from = BeginMicros;
        if (micros < from) return 0;
        var index = 0;
        while (index < ends.Length - 1 && micros - from >= ends[index]) index++;
        return lead + index;
    }

    public long StartOf(int stage) => stage == 0 ? 0 : EndOf(stage - 1);

    public long EndOf(int stage) => stage < lead ? BeginMicros : HasBegun ? BeginMicros + ends[stage - lead] : long.MaxValue;

    static Stage PoolStart(Profile profile) => new($"start {profile.PoolUsers} users", 0, 0, TimeSpan.Zero, WarmUp: true);
}
