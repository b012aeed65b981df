namespace PerfGate.Environments.Logs;

/// <summary>Kinds of trouble that a line of a log can tell of, the gravest first.</summary>
public enum LogKind
{
    /// <summary>A program ended with an error that nothing caught: an unhandled exception, a panic, a segmentation fault.</summary>
    Panic,

    /// <summary>Memory was refused.</summary>
    OutOfMemory,

    /// <summary>Nobody gave a database connection back in time: the client's pool is too small for what is asked of it.</summary>
    PoolExhausted,

    /// <summary>The database refused a connection because it has as many as it may have.</summary>
    TooManyConnections,

    /// <summary>A database found transactions waiting for one another.</summary>
    Deadlock,

    /// <summary>Something was given up after waiting for too long.</summary>
    Timeout,

    /// <summary>Any other line that says of itself that it is an error.</summary>
    Error,
}
