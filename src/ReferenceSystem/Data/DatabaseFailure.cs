using System.Data.Common;
using ReferenceSystem.Settings;

namespace ReferenceSystem.Data;

internal static class DatabaseFailure
{
    /// <summary>The database's own exception, also where EF has wrapped it in advice about retrying; null for other exceptions.</summary>
    public static DbException? Find(Exception exception) => exception as DbException ?? exception.InnerException as DbException;

    /// <summary>One line about a database that does not do what it is asked.</summary>
    public static string Tell(DatabaseSettings database, DbException exception) =>
        $"Cannot use {database.Shown}: {exception.Message.ReplaceLineEndings(" ").TrimEnd('.')}. Its address is DATABASE_URL.";
}
