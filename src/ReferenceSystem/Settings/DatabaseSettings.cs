using Microsoft.Data.Sqlite;
using Npgsql;
using ReferenceSystem.Data;

namespace ReferenceSystem.Settings;

/// <summary>Where the data is.</summary>
/// <param name="Provider">The kind of store.</param>
/// <param name="ConnectionString">How to reach it, password included.</param>
/// <param name="Shown">How to name it to a person, without the password.</param>
internal sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString, string Shown)
{
    const string SqlitePrefix = "sqlite:///";

    /// <summary>
    /// Reads <c>DATABASE_URL</c>, or else <c>SQLALCHEMY_DATABASE_URI</c> (the same forms), or else the four
    /// <c>POSTGRES_…</c> settings. Returns null, with the problem noted, when none of them names a store.
    /// </summary>
    /// <param name="settings">The settings.</param>
    /// <param name="application">What the system calls itself towards the store.</param>
    public static DatabaseSettings? Read(SettingsReader settings, string application)
    {
        var pool = new NpgsqlConnectionStringBuilder
        {
            ApplicationName = application,
            MaxPoolSize = settings.Integer("DATABASE_POOL_SIZE", 15, 1, 1_000),
            Timeout = settings.Integer("DATABASE_POOL_TIMEOUT_SECONDS", 15, 1, 1_000),
        };
        foreach (var name in (string[])["DATABASE_URL", "SQLALCHEMY_DATABASE_URI"])
        {
            if (settings.Find(name) is { } url)
            {
                return FromUrl(settings, name, url, pool);
            }
        }

        if (settings.Find("POSTGRES_SERVER") is { } server)
        {
            return FromUrl(settings, "POSTGRES_SERVER", $"postgresql://{server}", pool, builder =>
            {
                builder.Username = settings.Required("POSTGRES_USER");
                builder.Password = settings.Required("POSTGRES_PASSWORD");
                builder.Database = settings.Required("POSTGRES_DB");
            });
        }

        settings.Refuse("DATABASE_URL is missing: set it to sqlite:///path/to/file.db (sqlite:////path from the root) or "
            + "postgresql://user:password@host:5432/database.");
        return null;
    }

    static DatabaseSettings? FromUrl(
        SettingsReader settings,
        string name,
        string url,
        NpgsqlConnectionStringBuilder pool,
        Action<NpgsqlConnectionStringBuilder>? rest = null)
    {
        if (url.StartsWith(SqlitePrefix, StringComparison.Ordinal) && url.Length > SqlitePrefix.Length)
        {
            return Sqlite(url[SqlitePrefix.Length..]);
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)
            || uri.Scheme.Split('+')[0] is not ("postgresql" or "postgres")
            || uri.Host.Length == 0)
        {
            settings.Refuse($"{name} is neither sqlite:///path/to/file.db nor postgresql://user:password@host:5432/database.");
            return null;
        }

        var user = uri.UserInfo.Split(':', 2);
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port > 0 ? uri.Port : 5432,
            Username = Uri.UnescapeDataString(user[0]),
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
            Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')),
            MaxPoolSize = pool.MaxPoolSize,
            Timeout = pool.Timeout,
            ApplicationName = pool.ApplicationName,

            // Kerberos is offered by nobody here; asking for it costs each connection a round trip.
            GssEncryptionMode = GssEncryptionMode.Disable,
        };
        rest?.Invoke(builder);
        return Postgres(builder);
    }

    static DatabaseSettings Sqlite(string path) => new(
        DatabaseProvider.Sqlite,
        new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 30 }.ConnectionString,
        $"sqlite:///{path}");

    static DatabaseSettings Postgres(NpgsqlConnectionStringBuilder builder) => new(
        DatabaseProvider.Postgres,
        builder.ConnectionString,
        $"postgresql://{builder.Username}@{builder.Host}:{builder.Port}/{builder.Database}");
}
