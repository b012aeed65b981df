using System.Text.Json.Serialization;

namespace Octokit;

/// <summary>What a list of pull requests is sorted by.</summary>
public enum PullRequestSort
{
    /// <summary>When it was opened.</summary>
    [JsonStringEnumMemberName("created")]
    Created,

    /// <summary>When it was last changed.</summary>
    [JsonStringEnumMemberName("updated")]
    Updated,

    /// <summary>How many comments it has.</summary>
    [JsonStringEnumMemberName("popularity")]
    Popularity,

    /// <summary>For how long it has been open and talked about.</summary>
    [JsonStringEnumMemberName("long-running")]
    LongRunning,
}
