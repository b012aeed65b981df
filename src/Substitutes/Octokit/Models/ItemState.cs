using System.Text.Json.Serialization;

namespace Octokit;

/// <summary>Whether an issue or a pull request is open.</summary>
public enum ItemState
{
    /// <summary>Open.</summary>
    [JsonStringEnumMemberName("open")]
    Open,

    /// <summary>Closed, merged or not.</summary>
    [JsonStringEnumMemberName("closed")]
    Closed,
}
