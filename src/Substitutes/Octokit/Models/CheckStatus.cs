using System.Text.Json.Serialization;

namespace Octokit;

/// <summary>How far a check is.</summary>
public enum CheckStatus
{
    /// <summary>Not begun.</summary>
    [JsonStringEnumMemberName("queued")]
    Queued,

    /// <summary>Begun.</summary>
    [JsonStringEnumMemberName("in_progress")]
    InProgress,

    /// <summary>Ended; then it has a conclusion.</summary>
    [JsonStringEnumMemberName("completed")]
    Completed,
}
