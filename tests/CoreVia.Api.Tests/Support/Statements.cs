using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CoreVia.Api.Tests.Support;

/// <summary>Counts the statements that are sent to one database.</summary>
internal sealed class Statements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    const string ListenerName = "Microsoft.EntityFrameworkCore";

    readonly List<IDisposable> subscriptions = [];
    readonly string database;
    int count;

    /// <param name="url">The database's address: only its end, the name, is looked at.</param>
    public Statements(string url)
    {
        database = url[(url.LastIndexOf('/') + 1)..];
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>How many statements were sent since this was last asked.</summary>
    public int Take() => Interlocked.Exchange(ref count, 0);

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == ListenerName)
        {
            subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandExecutedEventData { Command.Connection: { } connection }
            && (connection.DataSource.EndsWith($"/{database}", StringComparison.Ordinal) || connection.Database == database))
        {
            Interlocked.Increment(ref count);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());
}
