using System.Text.Json.Serialization;

namespace Octokit;

/// <summary>How a check ended.</summary>
public enum CheckConclusion
{
    /// <summary>Well.</summary>
    [JsonStringEnumMemberName("success")]
    Success,

    /// <summary>Badly.</summary>
    [JsonStringEnumMemberName("failure")]
    Failure,

    /// <summary>Neither well nor badly.</summary>
    [JsonStringEnumMemberName("neutral")]
    Neutral,

    /// <summary>Cancelled.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled,

    /// <summary>It took too long.</summary>
    [JsonStringEnumMemberName("timed_out")]
    TimedOut,

    /// <summary>Somebody has to do something.</summary>
    [JsonStringEnumMemberName("action_required")]
    ActionRequired,

    /// <summary>It was not needed.</summary>
    [JsonStringEnumMemberName("skipped")]
    Skipped,

    /// <summary>Given up by GitHub; nobody else may say so.</summary>
    [JsonStringEnumMemberName("stale")]
    Stale,
}
