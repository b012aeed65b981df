using System.Text.Json.Serialization;

namespace Octokit;

/// <summary>Which issues or pull requests to list.</summary>
public enum ItemStateFilter
{
    /// <summary>Those open.</summary>
    [JsonStringEnumMemberName("open")]
    Open,

    /// <summary>Those closed.</summary>
    [JsonStringEnumMemberName("closed")]
    Closed,

    /// <summary>All.</summary>
    [JsonStringEnumMemberName("all")]
    All,
}
