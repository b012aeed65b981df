namespace PerfGate.Load.Scheduling;

/// <summary>
/// Which kind each user is, and which of its kind. Fixed counts come first; after them each place goes to the kind that is
/// furthest behind its share, so at every number of users the shares are as near to the weights as whole users allow.
/// </summary>
internal sealed class Mix
{
    readonly IReadOnlyList<UserClass> classes;
    readonly List<(int Kind, int Ordinal)> places = [];
    readonly int[] ordinals;
    readonly long[] shared;
    readonly long weights;
    long sharedOut;

    public Mix(IReadOnlyList<UserClass> classes)
    {
        this.classes = classes;
        ordinals = new int[classes.Count];
        shared = new long[classes.Count];
        weights = classes.Where(c => c.FixedCount is null).Sum(c => (long)c.Weight);
        foreach (var (index, kind) in classes.Index())
            for (var i = 0; i < kind.FixedCount; i++)
                Add(index);
    }

    /// <summary>The most users there can be; limited only when every kind has a fixed count.</summary>
    public int Limit => weights == 0 ? places.Count : int.MaxValue;

    /// <summary>The index of the kind of the user in a place, counted from 0; below <see cref="Limit"/>.</summary>
    public int KindOf(int place) => At(place).Kind;

    /// <summary>How many of the places before it have the same kind.</summary>
    public int OrdinalOf(int place) => At(place).Ordinal;

    (int Kind, int Ordinal) At(int place)
    {
        while (places.Count <= place) Add(FurthestBehind());
        return places[place];
    }

    void Add(int kind) => places.Add((kind, ordinals[kind]++));

    int FurthestBehind()
    {
        sharedOut++;
        var (best, furthest) = (-1, long.MinValue);
        for (var i = 0; i < classes.Count; i++)
        {
            if (classes[i].FixedCount is not null) continue;
            var behind = classes[i].Weight * sharedOut - shared[i] * weights;
            if (behind > furthest) (best, furthest) = (i, behind);
        }

        shared[best]++;
        return best;
    }
}
