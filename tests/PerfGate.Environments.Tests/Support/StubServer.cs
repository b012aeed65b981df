using System.Net;

namespace PerfGate.Environments.Tests.Support;

/// <summary>Answers every request on a loopback port with a status.</summary>
public sealed class StubServer : IDisposable
{
    readonly HttpListener listener = new();
    readonly Func<int> status;

    public StubServer(int port, Func<int> status)
    {
        this.status = status;
        listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        listener.Start();
        _ = ServeAsync();
    }

    public void Dispose() => listener.Close();

    async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                context.Response.StatusCode = status();
                context.Response.Close();
            }
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            // Closed.
        }
    }
}
