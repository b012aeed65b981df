namespace Octokit;

/// <summary>A comment in the conversation of an issue or a pull request.</summary>
public class IssueComment
{
    /// <summary>Identity.</summary>
    public long Id { get; private set; }

    /// <summary>Its address in the API.</summary>
    public string Url { get; private set; }

    /// <summary>Its place on the page.</summary>
    public string HtmlUrl { get; private set; }

    /// <summary>Text, markdown.</summary>
    public string Body { get; private set; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; private set; }

    /// <summary>Who wrote it.</summary>
    public User User { get; private set; }
}
