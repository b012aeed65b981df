namespace Octokit;

/// <summary>Issues; to GitHub a pull request is one, too.</summary>
public interface IIssuesClient
{
    /// <summary>Their comments.</summary>
    IIssueCommentsClient Comment { get; }
}
