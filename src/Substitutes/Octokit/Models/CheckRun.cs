namespace Octokit;

/// <summary>A run of a check on a commit.</summary>
public class CheckRun
{
    /// <summary>Identity.</summary>
    public long Id { get; private set; }

    /// <summary>The commit.</summary>
    public string HeadSha { get; private set; }

    /// <summary>The caller's own identity of it.</summary>
    public string ExternalId { get; private set; }

    /// <summary>Its address in the API.</summary>
    public string Url { get; private set; }

    /// <summary>Its page.</summary>
    public string HtmlUrl { get; private set; }

    /// <summary>Where to read more.</summary>
    public string DetailsUrl { get; private set; }

    /// <summary>How far it is.</summary>
    public StringEnum<CheckStatus> Status { get; private set; }

    /// <summary>How it ended; <c>null</c> before.</summary>
    public StringEnum<CheckConclusion>? Conclusion { get; private set; }

    /// <summary>When it began; the default where it has not.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When it ended; <c>null</c> before.</summary>
    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>What it says.</summary>
    public CheckRunOutputResponse Output { get; private set; }

    /// <summary>Name of the check.</summary>
    public string Name { get; private set; }
}
