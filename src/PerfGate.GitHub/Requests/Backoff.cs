using System.Globalization;
using System.Net;
using Octokit;

namespace PerfGate.GitHub.Requests;

/// <summary>
/// How long to wait before a request is sent again, as GitHub's documentation of its rate limits asks for; null when sending it
/// again would be answered the same.
/// </summary>
internal static class Backoff
{
    static readonly TimeSpan Short = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    /// <summary>The wait after one attempt.</summary>
    /// <param name="exception">What the request ended with.</param>
    /// <param name="attempt">How often it was sent, from 1.</param>
    /// <param name="now">The time, to tell how far away the limit's reset is.</param>
    public static TimeSpan? After(Exception exception, int attempt, DateTimeOffset now) => exception switch
    {
        ApiException refusal when IsRateLimit(refusal) => RetryAfter(refusal) ?? UntilReset(refusal, now) ?? Doubled(Long, attempt),
        ApiException { StatusCode: >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout } => Doubled(Short, attempt),
        ApiException => null,
        HttpRequestException or IOException or OperationCanceledException => Doubled(Short, attempt),
        _ => null,
    };

    /// <summary>Whether a refusal is about how much was asked, and not about what.</summary>
    public static bool IsRateLimit(ApiException refusal) =>
        refusal is RateLimitExceededException or SecondaryRateLimitExceededException or AbuseException ||
        refusal.StatusCode == HttpStatusCode.TooManyRequests ||
        (refusal.StatusCode == HttpStatusCode.Forbidden && (RetryAfter(refusal) is not null || HasNoneLeft(refusal)));

    static TimeSpan? RetryAfter(ApiException refusal) =>
        Number(Header(refusal, "retry-after")) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    // A second more, because the reset is told in whole seconds.
    static TimeSpan? UntilReset(ApiException refusal, DateTimeOffset now) =>
        HasNoneLeft(refusal) && Number(Header(refusal, "x-ratelimit-reset")) is { } reset
            ? TimeSpan.FromSeconds(Math.Max(0, reset - now.ToUnixTimeSeconds()) + 1)
            : null;

    static bool HasNoneLeft(ApiException refusal) => Header(refusal, "x-ratelimit-remaining") == "0";

    static TimeSpan Doubled(TimeSpan first, int attempt) => first * Math.Pow(2, attempt - 1);

    static string? Header(ApiException refusal, string name) =>
        refusal.HttpResponse?.Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    // Years are not waited for, and would not fit into a TimeSpan either.
    static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, 100_000_000_000) : null;
}
