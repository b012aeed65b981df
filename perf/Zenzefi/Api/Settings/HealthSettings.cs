namespace Zenzefi.Api.Settings;

/// <summary>How the system looks after itself.</summary>
/// <param name="Interval">Between two checks in the background.</param>
/// <param name="Timeout">The longest wait for the upstream.</param>
/// <param name="Target">The upstream that the proxy leads to, or null when there is none.</param>
internal sealed record HealthSettings(TimeSpan Interval, TimeSpan Timeout, Uri? Target)
{
    public static HealthSettings Read(SettingsReader settings) => new(
        TimeSpan.FromSeconds(settings.Integer("HEALTH_CHECK_INTERVAL", 50, 1, 86_400)),
        TimeSpan.FromSeconds(settings.Integer("HEALTH_CHECK_TIMEOUT", 10, 1, 300)),
        settings.WebAddress("ZENZEFI_TARGET_URL"));
}
