using Octokit.Internal;

namespace Octokit;

internal sealed class CheckRunsClient(Connection connection) : ICheckRunsClient
{
    public Task<CheckRun> Create(string owner, string name, NewCheckRun newCheckRun)
    {
        ArgumentNullException.ThrowIfNull(newCheckRun);
        return connection.Post<CheckRun>(Paths.Of(owner, name, "check-runs"), newCheckRun);
    }

    public Task<CheckRun> Update(string owner, string name, long checkRunId, CheckRunUpdate checkRunUpdate)
    {
        ArgumentNullException.ThrowIfNull(checkRunUpdate);
        return connection.Patch<CheckRun>(Paths.Of(owner, name, "check-runs", $"{checkRunId}"), checkRunUpdate);
    }
}
