namespace Octokit;

/// <summary>Comments in the conversation of an issue or a pull request.</summary>
public interface IIssueCommentsClient
{
    /// <summary>All comments, oldest first, in pages of GitHub's choice.</summary>
    Task<IReadOnlyList<IssueComment>> GetAllForIssue(string owner, string name, long issueNumber);

    /// <summary>The comments, oldest first, of the pages that <paramref name="options"/> ask for.</summary>
    Task<IReadOnlyList<IssueComment>> GetAllForIssue(string owner, string name, long issueNumber, ApiOptions options);

    /// <summary>Adds a comment, markdown of 65,536 characters at most.</summary>
    Task<IssueComment> Create(string owner, string name, long issueNumber, string newComment);

    /// <summary>Replaces the text of a comment.</summary>
    Task<IssueComment> Update(string owner, string name, long commentId, string commentUpdate);

    /// <summary>Deletes a comment.</summary>
    Task Delete(string owner, string name, long commentId);
}
