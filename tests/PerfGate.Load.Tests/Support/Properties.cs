using FsCheck;

namespace PerfGate.Load.Tests;

/// <summary>Checks properties with examples that are the same in every run.</summary>
internal static class Properties
{
    public static void Holds(this Property property) => Check.One(Config.QuickThrowOnFailure.WithReplay(20_251_121, 7), property);
}
