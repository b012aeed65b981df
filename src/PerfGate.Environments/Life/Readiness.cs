using System.Globalization;
using System.Net.Http.Headers;
using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Life;

/// <summary>Waits until a service answers, and says what it last saw when it does not.</summary>
/// <param name="time">The clock to wait on.</param>
/// <param name="definedIn">Where the limit lives.</param>
internal sealed class Readiness(TimeProvider time, string definedIn)
{
    static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    /// <summary>Returns once the URL answers 200 to 399.</summary>
    /// <param name="service">The service to wait for.</param>
    /// <param name="url">Where it says that it is ready.</param>
    /// <param name="within">How long to wait.</param>
    /// <param name="log">Gives the end of its log.</param>
    /// <param name="died">Completes when a service ends by itself; the waiting then ends too.</param>
    /// <param name="ct">Ends the waiting.</param>
    /// <exception cref="EnvironmentException">It was not ready in time, or a service died.</exception>
    public async Task WaitAsync(
        string service,
        Uri url,
        TimeSpan within,
        Func<Task<string>> log,
        Task<string> died,
        CancellationToken ct)
    {
        using var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false };
        using var client = new HttpClient(handler);
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("PerfGate", productVersion: null));
        using var limit = new CancellationTokenSource(within, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        var last = "did not answer";
        while (true)
        {
            var (ready, answer) = await AskAsync(client, url, either.Token);
            ct.ThrowIfCancellationRequested();
            if (died.IsCompleted)
            {
                throw new EnvironmentException(await died);
            }

            if (ready)
            {
                return;
            }

            last = answer ?? last;
            if (limit.IsCancellationRequested)
            {
                throw new EnvironmentException(
                    $"'{service}' was not ready after {Texts.Say(within)}: {url} {last}.\n"
                    + $"  {Deaths.LastLines(await log())}\n"
                    + $"  The limit is ReadyWithin in {definedIn}.");
            }

            await Task.WhenAny(died, Task.Delay(Between, time, either.Token));
        }
    }

    static async Task<(bool Ready, string? Answer)> AskAsync(HttpClient client, Uri url, CancellationToken ct)
    {
        try
        {
            using var response = await client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, ct);
            var status = (int)response.StatusCode;
            return (status is >= 200 and < 400, string.Create(CultureInfo.InvariantCulture, $"answered {status}"));
        }
        catch (HttpRequestException exception)
        {
            return (false, exception.HttpRequestError == HttpRequestError.ConnectionError
                ? "refused the connection"
                : $"did not answer: {exception.Message}");
        }
        catch (OperationCanceledException)
        {
            return (false, null);
        }
    }
}
