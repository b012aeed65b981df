using System.Net;
using Octokit;

namespace PerfGate.GitHub.Requests;

/// <summary>Says in words why GitHub did not do what it was asked, and what to do about it.</summary>
internal static class Refusal
{
    /// <summary>Whether the token may not do it, whatever it is sent.</summary>
    public static bool IsPermission(Exception exception) =>
        exception is ApiException { StatusCode: HttpStatusCode.Forbidden } refusal && !Backoff.IsRateLimit(refusal);

    /// <summary>One sentence on what happened and one on what to do.</summary>
    /// <param name="exception">What the request ended with.</param>
    /// <param name="job">Where it was sent to.</param>
    /// <param name="permission">What to do when the token may not do this.</param>
    public static string Of(Exception exception, GitHubJob job, string permission) => exception switch
    {
        ApiException refusal when Backoff.IsRateLimit(refusal) =>
            $"{Answered(refusal)} Its rate limit lasts longer than is waited for. Publish again later: PerfPublish.",
        AuthorizationException refusal => $"{Answered(refusal)} The token is not valid or has expired: pass {Permissions.Token}.",
        ApiException { StatusCode: HttpStatusCode.Forbidden } refusal => $"{Answered(refusal)} {permission}",
        NotFoundException refusal =>
            $"{Answered(refusal)} Either {job.Owner}/{job.Repository} (GITHUB_REPOSITORY) is not the right repository, or this token " +
            "cannot see it.",
        ApiException { StatusCode: >= HttpStatusCode.InternalServerError } refusal =>
            $"GitHub answered {(int)refusal.StatusCode}, each time it was asked. Publish again later: PerfPublish.",
        ApiException refusal => Answered(refusal),
        OperationCanceledException =>
            $"{job.ApiUrl.Host} did not answer in time. Publish again later: PerfPublish.",
        HttpRequestException or IOException =>
            $"{job.ApiUrl} could not be reached: {exception.Message} Check GITHUB_API_URL and the network, then publish again: " +
            "PerfPublish.",
        _ => $"{exception.GetType().Name}: {exception.Message}",
    };

    static string Answered(ApiException refusal) => $"GitHub answered {(int)refusal.StatusCode} '{Words.Line(refusal.Message)}'.";
}
