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
        Make("warm-up", p => p.WarmUp(to: 10, over: 10.Seconds()).Hold(50.Seconds())),
        Make("normal", p => p.WarmUp(to: 100, over: 10.Seconds()).Hold(290.Seconds())),
        Make("peak", p => p.WarmUp(to: 500, over: 10.Seconds()).Hold(590.Seconds())),
        Make("stress", p => p.WarmUp(to: 1000, over: 10.Seconds()).Hold(290.Seconds())),
        Make("spike", p => p.WarmUp(to: 10, over: 10.Seconds()).Hold(110.Seconds()).Ramp(to: 500, over: 2.Seconds()).Hold(298.Seconds())),
        Make("soak", p => p.WarmUp(to: 100, over: 10.Seconds()).WarmUp(50.Seconds()).Hold(119.Minutes())),
        Make("breakpoint", Steps([100, 200, 500, 1000, 2000])),
    ];

    /// <summary>Three minutes at each number of users, reached at 100 users a second, with a minute without load between.</summary>
    static Action<ProfileBuilder> Steps(IReadOnlyList<int> users) => profile =>
    {
        foreach (var (step, count) in users.Index())
        {
            if (step > 0) profile.WarmUp(to: 0, over: 1.Seconds()).WarmUp(59.Seconds());
            profile.WarmUp(to: count, over: (count / 100).Seconds()).Hold(3.Minutes());
        }
    };

    static Profile Make(string name, Action<ProfileBuilder> define)
    {
        var builder = new ProfileBuilder();
        define(builder);
        return builder.Build(name);
    }
}
