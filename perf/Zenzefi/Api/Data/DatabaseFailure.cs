using System.Data.Common;

namespace Zenzefi.Api.Data;

internal static class DatabaseFailure
{
    /// <summary>The database's own exception, also where EF has wrapped it in advice about retrying; null for other exceptions.</summary>
    public static DbException? Find(Exception exception) => exception as DbException ?? exception.InnerException as DbException;
}
