namespace PerfGate.Load;

/// <summary>Random sources that depend only on the plan's seed, the user's number and their purpose.</summary>
internal static class Seeds
{
    public static Random Random(int seed, int user, SeedStream stream) => new((int)(Key(seed, user, stream) >> 33));

    /// <summary>Random bits for one purpose of one user, or of one class of users.</summary>
    public static ulong Key(int seed, int number, SeedStream stream) =>
        // Steps of SplitMix64: neighbouring users must not get neighbouring, correlated sources.
        Mix(Mix(Mix((uint)seed) + (uint)number) + (uint)stream);

    /// <summary>A step of SplitMix64: other bits, which look random, for each value.</summary>
    public static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
