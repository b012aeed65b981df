namespace PerfGate.Environments.Compose;

/// <summary>What is known of a store, beyond that it has to be healthy first.</summary>
public enum StoreKind
{
    /// <summary>Nothing more.</summary>
    Other,

    /// <summary>PostgreSQL: it can be migrated by SQL files, its rows counted, its statistics read.</summary>
    PostgreSql,

    /// <summary>Redis: its statistics can be read.</summary>
    Redis,
}
