namespace Octokit;

/// <summary>Repositories.</summary>
public interface IRepositoriesClient
{
    /// <summary>Statuses of their commits.</summary>
    ICommitStatusClient Status { get; }

    /// <summary>Their commits.</summary>
    IRepositoryCommitsClient Commit { get; }
}
