using System.Globalization;

namespace Zenzefi.Api.Settings;

/// <summary>Where the cache server is.</summary>
/// <param name="Host">Its name or address.</param>
/// <param name="Port">Its TCP port.</param>
/// <param name="Database">The number of the database to use.</param>
/// <param name="User">Who to be there, or null for the one that everybody is by default.</param>
/// <param name="Password">The password, or null where none is asked for. Never logged.</param>
internal sealed record RedisSettings(string Host, int Port, int Database, string? User, string? Password)
{
    const int DefaultPort = 6379;
    const int MostDatabases = 1_000;
    const string Form = "redis://:password@host:6379/0";

    /// <summary>How long to connect, and how long to wait for one reply.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How to name it to a person, without the password.</summary>
    public string Shown => $"redis://{Host}:{Port}/{Database}";

    /// <summary>
    /// Reads <c>REDIS_URL</c>, or else <c>REDIS_HOST</c> with <c>REDIS_PORT</c>, <c>REDIS_DB</c> and <c>REDIS_PASSWORD</c>.
    /// Null when neither is set: caches and limits are then kept in this process.
    /// </summary>
    public static RedisSettings? Read(SettingsReader settings)
    {
        if (settings.Find("REDIS_URL") is { } url)
        {
            return FromUrl(settings, url);
        }

        return settings.Find("REDIS_HOST") is { } host
            ? new RedisSettings(
                host,
                settings.Integer("REDIS_PORT", DefaultPort, 1, 65_535),
                settings.Integer("REDIS_DB", 0, 0, MostDatabases),
                User: null,
                settings.Find("REDIS_PASSWORD"))
            : null;
    }

    static RedisSettings? FromUrl(SettingsReader settings, string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)
            || uri.Scheme != "redis"
            || uri.Host.Length == 0
            || !TryDatabase(uri.AbsolutePath.Trim('/'), out var database))
        {
            settings.Refuse($"REDIS_URL is not of the form {Form}, with a database from 0 to {MostDatabases}.");
            return null;
        }

        var parts = uri.UserInfo.Split(':', 2);
        return new RedisSettings(
            uri.IdnHost,
            uri.Port > 0 ? uri.Port : DefaultPort,
            database,
            parts.Length == 2 ? Given(parts[0]) : null,
            Given(parts[^1]));
    }

    static bool TryDatabase(string path, out int database)
    {
        database = 0;
        return path.Length == 0
            || (int.TryParse(path, NumberStyles.None, CultureInfo.InvariantCulture, out database) && database <= MostDatabases);
    }

    static string? Given(string part) => part.Length == 0 ? null : Uri.UnescapeDataString(part);
}
