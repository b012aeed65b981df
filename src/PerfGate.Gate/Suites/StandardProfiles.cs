using PerfGate.Load;
using PerfGate.Load.Profiles;

namespace PerfGate.Gate.Suites;

/// <summary>
/// The profiles that every suite starts with. Going up to the load is a warm-up, so that what is measured is one steady
/// state; a spike's surge is the subject of its profile and is measured.
/// </summary>
internal static class StandardProfiles
{
    public static IEnumerable<Profile> All { get; } =
    [
        Make("quick", p => p.WarmUp(to: 100, over: 8.Seconds()).WarmUp(5.Seconds()).Hold(25.Seconds())),
        Make("rate", p => p.WarmUpRate(to: 50, over: 8.Seconds()).WarmUpRate(5.Seconds()).HoldRate(25.Seconds())),
        Make("warm-up", p => p.WarmUp(to: 10, over: 10.Seconds()).Hold(50.Seconds())),
        Make("normal", p => p.WarmUp(to: 100, over: 10.Seconds()).Hold(290.Seconds())),
        Make("peak", p => p.WarmUp(to: 500, over: 10.Seconds()).Hold(590.Seconds())),
        Make("stress", p => p.WarmUp(to: 1000, over: 10.Seconds()).Hold(290.Seconds())),
        Make("spike", p => p.WarmUp(to: 10, over: 10.Seconds()).Hold(110.Seconds()).Ramp(to: 500, over: 2.Seconds()).Hold(298.Seconds())),
        Make("soak", p => p.WarmUp(to: 100, over: 10.Seconds()).WarmUp(50.Seconds()).Hold(119.Minutes())),
        Make("breakpoint", p => p.Steps([100, 200, 500, 1000, 2000], hold: 3.Minutes(), usersPerSecond: 100, coolDown: 1.Minutes(), settle: 10.Seconds()).UntilItBreaks()),
    ];

    static Profile Make(string name, Action<ProfileBuilder> define)
    {
        var builder = new ProfileBuilder();
        define(builder);
        return builder.Build(name);
    }
}
