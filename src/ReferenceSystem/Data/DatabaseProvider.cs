namespace ReferenceSystem.Data;

/// <summary>The stores this system can keep its data in.</summary>
internal enum DatabaseProvider
{
    Sqlite,
    Postgres,
}
