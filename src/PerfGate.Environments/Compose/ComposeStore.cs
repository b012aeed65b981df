namespace PerfGate.Environments.Compose;

/// <summary>
/// A service of the compose file that is brought up before all others and waited for until its health check passes.
/// </summary>
public sealed record ComposeStore
{
    ComposeStore(string name, StoreKind kind, int? port)
    {
        Name = name;
        Kind = kind;
        Port = port;
    }

    /// <summary>Its name in the compose file.</summary>
    public string Name { get; }

    /// <summary>What it is.</summary>
    public StoreKind Kind { get; }

    /// <summary>
    /// The container's port that is published on a random port of 127.0.0.1, for migrations and probes; null for none.
    /// </summary>
    public int? Port { get; }

    /// <summary>PostgreSQL: the role we connect as; else, or null with Redis, none.</summary>
    public string? User { get; private init; }

    /// <summary>The password we connect with, masked in everything written; null for none.</summary>
    public string? Password { get; private init; }

    /// <summary>PostgreSQL: the database we connect to.</summary>
    public string? Database { get; private init; }

    /// <summary>PostgreSQL.</summary>
    /// <param name="name">The service's name in the compose file.</param>
    /// <param name="user">The role that migrates and reads statistics.</param>
    /// <param name="password">Its password.</param>
    /// <param name="database">The database.</param>
    /// <param name="port">The container's port.</param>
    public static ComposeStore PostgreSql(string name, string user, string password, string database, int port = 5432) =>
        new(name, StoreKind.PostgreSql, port) { User = user, Password = password, Database = database };

    /// <summary>Redis.</summary>
    /// <param name="name">The service's name in the compose file.</param>
    /// <param name="password">Its password; null for none.</param>
    /// <param name="port">The container's port.</param>
    public static ComposeStore Redis(string name, string? password = null, int port = 6379) =>
        new(name, StoreKind.Redis, port) { Password = password };

    /// <summary>Anything else that has to be healthy first.</summary>
    /// <param name="name">The service's name in the compose file.</param>
    /// <param name="port">The container's port to publish on a random port of 127.0.0.1; null for none.</param>
    public static ComposeStore Other(string name, int? port = null) => new(name, StoreKind.Other, port);

    /// <summary>Says what it is and nothing secret.</summary>
    public override string ToString() => $"{Name} ({Kind})";
}
