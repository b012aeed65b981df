using Microsoft.Data.Sqlite;

namespace Zenzefi.Api.Tests.Support;

/// <summary>Files in a folder that goes away at the end.</summary>
public sealed class SqliteStore : IStore, IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("zenzefi-tests-");
    readonly Lazy<Task<string>> template;
    int files;

    public SqliteStore() => template = new(async () =>
    {
        var url = await EmptyAsync();
        await Migration.ApplyAsync(url);
        SqliteConnection.ClearAllPools();
        return PathOf(url);
    });

    public Task<string> EmptyAsync() =>
        Task.FromResult($"sqlite:///{Path.Combine(folder.FullName, $"{Interlocked.Increment(ref files)}.db")}");

    public async Task<string> MigratedAsync()
    {
        var url = await EmptyAsync();
        File.Copy(await template.Value, PathOf(url));
        return url;
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    static string PathOf(string url) => url["sqlite:///".Length..];
}
