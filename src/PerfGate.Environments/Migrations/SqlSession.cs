using Npgsql;
using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Migrations;

/// <summary>
/// A connection to a PostgreSQL store for one piece of work, which ends in time or is cancelled on the server as well.
/// </summary>
internal static class SqlSession
{
    /// <summary>Does the work over a connection of its own.</summary>
    /// <param name="connectionString">Where to.</param>
    /// <param name="who">What messages call the work, such as "Migration 'schema'".</param>
    /// <param name="within">How long the work may take.</param>
    /// <param name="definedIn">Where that limit lives.</param>
    /// <param name="time">The clock.</param>
    /// <param name="at">What it is at, for the message when it takes too long; null when there is nothing to say.</param>
    /// <param name="work">The work.</param>
    /// <param name="ct">Cancels it.</param>
    /// <exception cref="EnvironmentException">The database cannot be reached, would not do it, or took too long.</exception>
    public static async Task<T> UseAsync<T>(
        string connectionString,
        string who,
        TimeSpan within,
        string definedIn,
        TimeProvider time,
        Func<string?> at,
        Func<NpgsqlConnection, CancellationToken, Task<T>> work,
        CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(within, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            await using var connection = new NpgsqlConnection(Ours(connectionString));
            await connection.OpenAsync(either.Token);
            return await work(connection, either.Token);
        }
        catch (Exception exception) when (limit.IsCancellationRequested && !ct.IsCancellationRequested && IsDatabase(exception))
        {
            throw new EnvironmentException(
                $"{who} was stopped: it took longer than the {Texts.Say(within)} that it may.\n"
                + (at() is { } what ? $"  It was at {what}, of which nothing was kept.\n" : "")
                + $"  The limit is Within in {definedIn}.",
                exception);
        }
        catch (NpgsqlException exception)
        {
            throw new EnvironmentException($"{who} failed at the database: {SqlErrors.Describe(exception)}", exception);
        }
    }

    static bool IsDatabase(Exception exception) =>
        exception is OperationCanceledException or NpgsqlException or EnvironmentException;

    // A connection that went back to a pool would keep its session locks, and count as one of the system's.
    static string Ours(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString)
    {
        Pooling = false,
        ApplicationName = "perfgate",
        CommandTimeout = 0,
        IncludeErrorDetail = true,
    }.ConnectionString;
}
