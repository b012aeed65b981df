namespace PerfGate.GitHub.Requests;

/// <summary>What a job has to be given so that it may post.</summary>
internal static class Permissions
{
    public const string Token = "GITHUB_TOKEN: ${{ github.token }} in the step's env";

    public const string Comment =
        "This token may not comment: give the job 'permissions: pull-requests: write'; on a pull request from a fork no token may, " +
        "use the two-step workflow in the README.";

    public const string Check =
        "This token may set neither check nor status: give the job 'permissions: checks: write' or 'statuses: write'; on a pull " +
        "request from a fork no token may, use the two-step workflow in the README.";

    public const string Read = "This token may not read pull requests: give the job 'permissions: pull-requests: read'.";
}
