using System.Text.Json.Serialization;

namespace Docker.DotNet.Models;

/// <summary>How often the CPU limit held a container back since it started.</summary>
public class ThrottlingData
{
    /// <summary>Accounting periods in which it had something to do; 0 without a limit.</summary>
    public ulong Periods { get; set; }

    /// <summary>Those in which it used up its quota.</summary>
    [JsonPropertyName("throttled_periods")]
    public ulong ThrottledPeriods { get; set; }

    /// <summary>Time that it was held back, nanoseconds over all its threads.</summary>
    [JsonPropertyName("throttled_time")]
    public ulong ThrottledTime { get; set; }
}
