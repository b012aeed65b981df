using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Zenzefi.Api.Metrics;

/// <summary>Times every command sent to the database.</summary>
internal sealed class CommandTimer(ServerMetrics metrics) : DbCommandInterceptor
{
    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        DbDataReader result,
        CancellationToken cancellationToken = default)
    {
        Observe(command, eventData);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        int result,
        CancellationToken cancellationToken = default)
    {
        Observe(command, eventData);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<object?> ScalarExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        object? result,
        CancellationToken cancellationToken = default)
    {
        Observe(command, eventData);
        return ValueTask.FromResult(result);
    }

    void Observe(DbCommand command, CommandExecutedEventData eventData) =>
        metrics.DatabaseQueries.Observe(eventData.Duration, KindOf(command.CommandText));

    static string KindOf(string sql) =>
        sql.StartsWith("SELECT", StringComparison.Ordinal) ? "select"
        : sql.StartsWith("INSERT", StringComparison.Ordinal) ? "insert"
        : sql.StartsWith("UPDATE", StringComparison.Ordinal) ? "update"
        : "other";
}
