using PerfGate.Load.Profiles;

namespace PerfGate.Load.Recording;

/// <summary>Which stage of a profile a moment of load time belongs to.</summary>
internal sealed class StageMap
{
    readonly long[] ends;

    public StageMap(Profile profile)
    {
        Profile = profile;
        ends = new long[profile.Stages.Count];
        var end = TimeSpan.Zero;
        for (var i = 0; i < ends.Length; i++) ends[i] = (end += profile.Stages[i].Duration).Ticks / TimeSpan.TicksPerMicrosecond;
    }

    public Profile Profile { get; }

    public int Count => ends.Length;

    public long EndMicros => ends[^1];

    /// <summary>The stage's number, from 0. What comes after the profile's end belongs to the last one.</summary>
    public int IndexAt(long micros)
    {
        var index = 0;
        while (index < ends.Length - 1 && micros >= ends[index]) index++;
        return index;
    }

    public long StartOf(int stage) => stage == 0 ? 0 : ends[stage - 1];

    public long EndOf(int stage) => ends[stage];
}
