namespace PerfGate.Load;

/// <summary>Random sources that depend only on the plan's seed, the user's number and their purpose.</summary>
internal static class Seeds
{
    public static Random Random(int seed, int user, SeedStream stream)
    {
        // Steps of SplitMix64: neighbouring users must not get neighbouring, correlated sources.
        var mixed = Mix(Mix(Mix((uint)seed) + (uint)user) + (uint)stream);
        return new Random((int)(mixed >> 33));
    }

    static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
