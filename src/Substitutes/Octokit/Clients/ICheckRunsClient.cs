namespace Octokit;

/// <summary>Runs of checks. Only an App's token may write them, Actions' own included; no personal token may.</summary>
public interface ICheckRunsClient
{
    /// <summary>Adds a run to a commit.</summary>
    Task<CheckRun> Create(string owner, string name, NewCheckRun newCheckRun);

    /// <summary>Changes what is said in <paramref name="checkRunUpdate"/>; annotations are added to those there.</summary>
    Task<CheckRun> Update(string owner, string name, long checkRunId, CheckRunUpdate checkRunUpdate);
}
