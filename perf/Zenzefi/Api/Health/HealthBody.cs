using System.Globalization;

namespace Zenzefi.Api.Health;

/// <summary>A report as it is sent and stored; <paramref name="Timestamp"/> in UTC with a <c>Z</c>.</summary>
internal sealed record HealthBody(string Status, string Timestamp)
{
    const string Format = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    public static HealthBody Of(HealthReport report) => new(
        report.Status.ToString().ToLowerInvariant(),
        report.CheckedAt.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture));

    /// <summary>The report that this was made of, or null when it was made of something else.</summary>
    public HealthReport? ToReport() =>
        Enum.TryParse<HealthStatus>(Status, ignoreCase: true, out var status)
        && DateTimeOffset.TryParseExact(
            Timestamp,
            Format,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var checkedAt)
            ? new HealthReport(status, checkedAt)
            : null;
}
