namespace Zenzefi.Api.Tests.Support;

/// <summary>Somewhere to put databases that nobody will miss.</summary>
public interface IStore
{
    /// <summary>The address of a new database without any table.</summary>
    Task<string> EmptyAsync();

    /// <summary>The address of a new database with the whole schema and no rows.</summary>
    Task<string> MigratedAsync();
}
