using System.Text;
using CoreVia.Api.Data;

namespace CoreVia.Api.Settings;

/// <summary>Everything that the environment can decide, read once at start.</summary>
internal sealed record CoreViaSettings
{
    /// <summary>HS256 signs with 256 bits, and a shorter key is refused by every serious library.</summary>
    const int LeastKeyBytes = 32;

    public required DatabaseSettings Database { get; init; }

    /// <summary>Signs the tokens that log users in. Never logged.</summary>
    public required string SecretKey { get; init; }

    /// <summary>A day unless told otherwise: users log in once and stay for the whole run, a soak of two hours included.</summary>
    public required TimeSpan AccessTokenLifetime { get; init; }

    public required TimeSpan RefreshTokenLifetime { get; init; }
    public required Passwords Passwords { get; init; }

    /// <summary>Requests per rolling minute and client address; 0 for no limit.</summary>
    public required int RateLimit { get; init; }

    public required FaultSwitches Faults { get; init; }

    /// <summary>Reads all settings. Null when one cannot be used: <see cref="SettingsReader.Problems"/> has a line for each.</summary>
    public static CoreViaSettings? Read(SettingsReader settings)
    {
        settings.Choice("ALGORITHM", "HS256");
        var database = DatabaseSettings.Read(settings, CoreViaDb.Store.Application);
        var read = new CoreViaSettings
        {
            Database = database!,
            SecretKey = ReadSecretKey(settings),
            AccessTokenLifetime = TimeSpan.FromMinutes(settings.Integer("ACCESS_TOKEN_EXPIRE_MINUTES", 1_440, 1, 525_600)),
            RefreshTokenLifetime = TimeSpan.FromDays(settings.Integer("REFRESH_TOKEN_EXPIRE_DAYS", 7, 1, 3_650)),
            Passwords = Passwords.Read(settings),
            RateLimit = settings.Integer("RATE_LIMIT", 0, 0, 1_000_000),
            Faults = FaultSwitches.Read(settings),
        };
        return settings.Problems.Count == 0 ? read : null;
    }

    static string ReadSecretKey(SettingsReader settings)
    {
        var key = settings.Required("SECRET_KEY");
        var bytes = Encoding.UTF8.GetByteCount(key);
        if (bytes is > 0 and < LeastKeyBytes)
        {
            settings.Refuse($"SECRET_KEY has {bytes} bytes, but HS256 needs at least {LeastKeyBytes}.");
        }

        return key;
    }
}
