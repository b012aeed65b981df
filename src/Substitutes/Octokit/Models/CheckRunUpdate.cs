namespace Octokit;

/// <summary>What to change of a run of a check; what is <c>null</c> stays.</summary>
public class CheckRunUpdate
{
    /// <summary>Name of the check.</summary>
    public string Name { get; set; }

    /// <summary>Where to read more.</summary>
    public string DetailsUrl { get; set; }

    /// <summary>The caller's own identity of it.</summary>
    public string ExternalId { get; set; }

    /// <summary>How far it is.</summary>
    public StringEnum<CheckStatus>? Status { get; set; }

    /// <summary>When it began.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>How it ended; makes it completed.</summary>
    public StringEnum<CheckConclusion>? Conclusion { get; set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>What it says.</summary>
    public NewCheckRunOutput Output { get; set; }
}
