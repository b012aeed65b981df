namespace PerfGate.GitHub.Requests;

/// <summary>Sends requests, and sends again what GitHub or the network asks to be sent again, within bounds.</summary>
internal sealed class Sender(TimeProvider time, Patience patience)
{
    TimeSpan waited;

    /// <summary>What a request answers.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled, or the last attempt got no answer in time.</exception>
    /// <exception cref="Octokit.ApiException">GitHub refused, and waiting would not help or did not.</exception>
    /// <exception cref="HttpRequestException">GitHub could not be reached.</exception>
    public async Task<T> SendAsync<T>(Func<Task<T>> request, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            ct.ThrowIfCancellationRequested();
            TimeSpan wait;
            try
            {
                // The client takes no token. How long it waits for an answer it was told when it was made.
                return await request().WaitAsync(ct);
            }
            catch (Exception e) when (!ct.IsCancellationRequested && Next(e, attempt) is { } next)
            {
                wait = next;
            }

            waited += wait;
            await Task.Delay(wait, time, ct);
        }
    }

    /// <summary>The same for a request without an answer.</summary>
    public Task SendAsync(Func<Task> request, CancellationToken ct) =>
        SendAsync(
            async () =>
            {
                await request();
                return true;
            },
            ct);

    TimeSpan? Next(Exception exception, int attempt) =>
        attempt < patience.Attempts && Backoff.After(exception, attempt, time.GetUtcNow()) is { } wait && waited + wait <= patience.Total
            ? wait
            : null;
}
