using System.Text;
using Zenzefi.Api.Data;

namespace Zenzefi.Api.Settings;

/// <summary>Everything that the environment can decide, read once at start.</summary>
internal sealed record ZenzefiSettings
{
    /// <summary>HS256 signs with 256 bits, and a shorter key is refused by every serious library.</summary>
    const int LeastKeyBytes = 32;

    public required DatabaseSettings Database { get; init; }

    /// <summary>Where caches and limits are kept, or null for this process's own memory.</summary>
    public RedisSettings? Redis { get; init; }

    /// <summary>Signs the tokens that log users in. Never logged.</summary>
    public required string SecretKey { get; init; }

    public required TimeSpan AccessTokenLifetime { get; init; }

    public required Passwords Passwords { get; init; }

    public required StatusMode StatusMode { get; init; }
    public required bool RateLimit { get; init; }
    public required TokenPrices Prices { get; init; }
    public required HealthSettings Health { get; init; }
    public required FaultSwitches Faults { get; init; }

    /// <summary>The status of an answer that created something.</summary>
    public int CreatedStatus => StatusMode == StatusMode.Faithful ? StatusCodes.Status201Created : StatusCodes.Status200OK;

    /// <summary>Reads all settings. Null when one cannot be used: <see cref="SettingsReader.Problems"/> has a line for each.</summary>
    public static ZenzefiSettings? Read(SettingsReader settings)
    {
        settings.Choice("ALGORITHM", "HS256");
        var database = DatabaseSettings.Read(settings, ZenzefiDb.Store.Application);
        var read = new ZenzefiSettings
        {
            Database = database!,
            Redis = RedisSettings.Read(settings),
            SecretKey = ReadSecretKey(settings),
            AccessTokenLifetime = TimeSpan.FromMinutes(settings.Integer("ACCESS_TOKEN_EXPIRE_MINUTES", 60, 1, 525_600)),
            Passwords = Passwords.Read(settings),
            StatusMode = settings.Choice("STATUS_MODE", "locust", "faithful") == "faithful" ? StatusMode.Faithful : StatusMode.Locust,
            RateLimit = settings.Choice("RATE_LIMIT", "off", "on") == "on",
            Prices = TokenPrices.Read(settings),
            Health = HealthSettings.Read(settings),
            Faults = FaultSwitches.Read(settings),
        };
        return settings.Problems.Count == 0 ? read : null;
    }

    static string ReadSecretKey(SettingsReader settings)
    {
        var key = settings.Find("SECRET_KEY");
        if (key is null)
        {
            settings.Refuse($"SECRET_KEY is missing: set it to at least {LeastKeyBytes} random characters, for example from: openssl rand -hex 32");
        }
        else if (Encoding.UTF8.GetByteCount(key) < LeastKeyBytes)
        {
            settings.Refuse($"SECRET_KEY has {Encoding.UTF8.GetByteCount(key)} bytes, but HS256 needs at least {LeastKeyBytes}.");
        }

        return key ?? "";
    }
}
