using System.Globalization;

namespace Octokit;

/// <summary>Status 403: what older GitHub Enterprise servers say instead of a secondary rate limit.</summary>
public class AbuseException : ForbiddenException
{
    /// <summary>An error as GitHub sent it.</summary>
    public AbuseException(IResponse response)
        : base(response) => RetryAfterSeconds = SecondsIn(response);

    /// <summary>How many seconds to wait; <c>null</c> if GitHub did not say.</summary>
    public int? RetryAfterSeconds { get; }

    static int? SecondsIn(IResponse response)
    {
        var header = response.Headers.FirstOrDefault(
            header => header.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase));
        return int.TryParse(header.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;
    }
}
