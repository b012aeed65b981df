using System.Text.Json.Serialization;

namespace Octokit;

/// <summary>What a status says of a commit.</summary>
public enum CommitState
{
    /// <summary>Not known yet.</summary>
    [JsonStringEnumMemberName("pending")]
    Pending,

    /// <summary>Good.</summary>
    [JsonStringEnumMemberName("success")]
    Success,

    /// <summary>It could not be found out.</summary>
    [JsonStringEnumMemberName("error")]
    Error,

    /// <summary>Bad.</summary>
    [JsonStringEnumMemberName("failure")]
    Failure,
}
