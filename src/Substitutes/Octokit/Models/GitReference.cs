using System.Text.Json.Serialization;

namespace Octokit;

/// <summary>One end of a pull request.</summary>
public class GitReference
{
    /// <summary><c>owner:branch</c>.</summary>
    public string Label { get; protected set; }

    /// <summary>Branch.</summary>
    public string Ref { get; protected set; }

    /// <summary>Commit.</summary>
    public string Sha { get; protected set; }

    /// <summary>Owner of the repository; <c>null</c> if it is gone.</summary>
    public User User { get; protected set; }

    /// <summary>Repository of the branch: of the head it may be a fork; <c>null</c> if it is gone.</summary>
    [JsonPropertyName("repo")]
    public Repository Repository { get; protected set; }
}
