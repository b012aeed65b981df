namespace Octokit;

/// <summary>Checks on commits.</summary>
public interface IChecksClient
{
    /// <summary>Runs of checks.</summary>
    ICheckRunsClient Run { get; }
}
