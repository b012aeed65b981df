namespace PerfGate.Environments.Probes.Postgres;

/// <summary>What is asked of PostgreSQL, 10 and later. Each carries our name, so that our own statements can be told from others'.</summary>
internal static class PostgresQueries
{
    public const string ApplicationName = "perfgate";

    /// <summary>
    /// One row in the order of the probe's metrics; then when the server started, and whether other users' connections are
    /// hidden from us. Counts are null then, for they would be too small. A transaction that does not exist has lasted 0 s. A
    /// connection used lately is one that is not idle, or has been so for less than 25 ms: of a pool that is short of them all
    /// are, although most are idle at any moment, for the client thinks between two statements.
    /// </summary>
    public const string Activity =
        """
        SELECT /* perfgate */
          CASE WHEN NOT hidden THEN "all" END,
          CASE WHEN NOT hidden THEN active END,
          CASE WHEN NOT hidden THEN idle END,
          CASE WHEN NOT hidden THEN idle_in_transaction END,
          CASE WHEN NOT hidden THEN used_lately END,
          CASE WHEN NOT hidden THEN waiting END,
          current_setting('max_connections')::int,
          CASE WHEN NOT hidden THEN coalesce(longest, 0) END,
          pages.blks_hit,
          pages.blks_read,
          pg_postmaster_start_time()::text,
          hidden
        FROM (
          SELECT
            count(*) AS "all",
            count(*) FILTER (WHERE state = 'active') AS active,
            count(*) FILTER (WHERE state = 'idle') AS idle,
            count(*) FILTER (WHERE state LIKE 'idle in transaction%') AS idle_in_transaction,
            count(*) FILTER (WHERE state <> 'idle' OR state_change > clock_timestamp() - interval '25 milliseconds') AS used_lately,
            count(*) FILTER (WHERE wait_event_type = 'Lock') AS waiting,
            greatest(0, extract(epoch FROM max(clock_timestamp() - xact_start)))::float8 AS longest,
            coalesce(bool_or(query = '<insufficient privilege>'), false) AS hidden
          FROM pg_stat_activity
          WHERE pid <> pg_backend_pid()
            AND (backend_type = 'client backend' AND application_name <> 'perfgate'
              OR query = '<insufficient privilege>' AND datname IS NOT NULL)
        ) AS others
        CROSS JOIN (SELECT blks_hit, blks_read FROM pg_stat_database WHERE datname = current_database()) AS pages
        """;

    /// <summary>The schema that pg_stat_statements is in, and the name of its column of times; no row when it is not there.</summary>
    public const string Extension =
        """
        SELECT /* perfgate */ quote_ident(n.nspname), (
          SELECT a.attname FROM pg_attribute a
          WHERE a.attrelid = to_regclass(quote_ident(n.nspname) || '.pg_stat_statements') AND a.attname IN ('total_exec_time', 'total_time'))
        FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
        WHERE e.extname = 'pg_stat_statements'
        """;

    /// <summary>
    /// How every table of this database was read until now. Backends tell what
    /// they did when they are done with a transaction and at most once a second, or after some seconds of doing nothing (10
    /// in version 15), so the last moments before a reading may be missing in it, and be in the next one. Rows are an
    /// estimate: null for a table of which nothing was counted since the counts began, for 0 would then mean nothing.
    /// </summary>
    public const string Tables =
        """
        SELECT /* perfgate */
          relid::text,
          CASE schemaname WHEN 'public' THEN relname::text ELSE schemaname || '.' || relname END,
          CASE WHEN n_live_tup > 0 OR n_tup_ins > 0 OR last_analyze IS NOT NULL OR last_autoanalyze IS NOT NULL THEN n_live_tup END,
          coalesce(seq_scan, 0),
          coalesce(seq_tup_read, 0),
          coalesce(idx_scan, 0)
        FROM pg_stat_user_tables
        """;

    /// <summary>Whether the server counts how tables are read: it does unless somebody turned that off.</summary>
    public const string CountsTables = "SELECT /* perfgate */ current_setting('track_counts')::bool";

    /// <summary>
    /// What every statement of this database cost until now, but for ours, and for those that may hold a password: such
    /// statements are kept as they were written.
    /// </summary>
    /// <param name="schema">Where pg_stat_statements is, quoted.</param>
    /// <param name="time">The column of total milliseconds.</param>
    public static string Statements(string schema, string time) =>
        $"""
        SELECT /* perfgate */
          userid::text || '/' || queryid::text, left(min(query), 2000), sum(calls)::bigint, sum({time})::float8,
          sum(rows)::bigint, sum(shared_blks_hit + shared_blks_read)::bigint
        FROM {schema}.pg_stat_statements
        WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
          AND queryid IS NOT NULL AND query NOT LIKE '%/* perfgate */%'
          AND query !~* '^\s*(create|alter)\s+(user|role|subscription|server|foreign)'
        GROUP BY userid, queryid
        """;
}
