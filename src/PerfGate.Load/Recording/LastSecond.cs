using PerfGate.Load.Results;

namespace PerfGate.Load.Recording;

/// <summary>The last whole second, for people watching.</summary>
internal sealed class LastSecond
{
    // The second going on, the last whole one, and room for samples stamped while the clock turned.
    const int Kept = 4;

    readonly SecondTally[] tallies = [.. Enumerable.Range(0, Kept).Select(_ => new SecondTally())];
    readonly long[] seconds = [.. Enumerable.Repeat(-1L, Kept)];

    public void Take(in Sample sample)
    {
        var second = sample.CompletedMicros / 1_000_000;
        var place = second % Kept;
        if (second < seconds[place]) return;
        if (second > seconds[place])
        {
            seconds[place] = second;
            tallies[place].Clear();
        }

        tallies[place].Take(in sample);
    }

    public SecondStatistics At(long now)
    {
        var second = now / 1_000_000 - 1;
        return second >= 0 && seconds[second % Kept] == second ? tallies[second % Kept].Statistics : SecondTally.Nothing;
    }
}
