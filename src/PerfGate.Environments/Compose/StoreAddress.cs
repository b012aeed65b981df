using System.Globalization;
using Npgsql;

namespace PerfGate.Environments.Compose;

/// <summary>A store that is up, as this machine reaches it.</summary>
/// <param name="Store">What it is.</param>
/// <param name="Port">Its port on 127.0.0.1.</param>
internal sealed record StoreAddress(ComposeStore Store, int Port)
{
    const string Host = "127.0.0.1";

    /// <summary>As a URL, the way most tools take it.</summary>
    public string Url => Store.Kind switch
    {
        StoreKind.PostgreSql => $"postgresql://{Escaped(Store.User)}:{Escaped(Store.Password)}@{Place}/{Escaped(Store.Database)}",
        StoreKind.Redis when Store.Password is { } password => $"redis://:{Escaped(password)}@{Place}",
        StoreKind.Redis => $"redis://{Place}",
        _ => $"tcp://{Place}",
    };

    /// <summary>As .NET programs take it.</summary>
    public string Connection => Store.Kind switch
    {
        StoreKind.PostgreSql => new NpgsqlConnectionStringBuilder
        {
            Host = Host,
            Port = Port,
            Username = Store.User,
            Password = Store.Password,
            Database = Store.Database,
        }.ConnectionString,
        StoreKind.Redis when Store.Password is { } password => $"{Place},password={password}",
        _ => Place,
    };

    string Place => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");

    static string Escaped(string? text) => Uri.EscapeDataString(text ?? "");
}
