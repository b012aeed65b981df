using Octokit.Internal;

namespace Octokit;

internal sealed class IssueCommentsClient(Connection connection) : IIssueCommentsClient
{
    public Task<IReadOnlyList<IssueComment>> GetAllForIssue(string owner, string name, long issueNumber) =>
        GetAllForIssue(owner, name, issueNumber, ApiOptions.None);

    public Task<IReadOnlyList<IssueComment>> GetAllForIssue(string owner, string name, long issueNumber, ApiOptions options) =>
        connection.GetAll<IssueComment>(Paths.Of(owner, name, "issues", $"{issueNumber}", "comments"), options);

    public Task<IssueComment> Create(string owner, string name, long issueNumber, string newComment)
    {
        ArgumentNullException.ThrowIfNull(newComment);
        return connection.Post<IssueComment>(
            Paths.Of(owner, name, "issues", $"{issueNumber}", "comments"), new CommentBody(newComment));
    }

    public Task<IssueComment> Update(string owner, string name, long commentId, string commentUpdate)
    {
        ArgumentNullException.ThrowIfNull(commentUpdate);
        return connection.Patch<IssueComment>(
            Paths.Of(owner, name, "issues", "comments", $"{commentId}"), new CommentBody(commentUpdate));
    }

    public Task Delete(string owner, string name, long commentId) =>
        connection.Delete(Paths.Of(owner, name, "issues", "comments", $"{commentId}"));

    sealed record CommentBody(string Body);
}
