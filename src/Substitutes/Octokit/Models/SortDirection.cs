using System.Text.Json.Serialization;

namespace Octokit;

/// <summary>Which way a list is sorted.</summary>
public enum SortDirection
{
    /// <summary>Least first.</summary>
    [JsonStringEnumMemberName("asc")]
    Ascending,

    /// <summary>Most first.</summary>
    [JsonStringEnumMemberName("desc")]
    Descending,
}
