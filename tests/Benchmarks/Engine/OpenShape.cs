using PerfGate.Load;
using PerfGate.Load.Profiles;

namespace Benchmarks.Engine;

/// <summary>The open model: arrivals at an even rate, whatever the server does.</summary>
internal static class OpenShape
{
    public static ProfileBuilder Of(ProfileBuilder profile, double rate, int inFlight, double seconds) =>
        profile.Pool(inFlight).HoldRate(rate, seconds.Seconds());
}
