using System.Globalization;
using System.Net.Http.Headers;
using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Embedded;

/// <summary>Waits until a service answers, and says what it last saw when it does not.</summary>
internal sealed class Readiness(TimeProvider time)
{
    static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    /// <summary>Returns once the URL answers 200 to 399.</summary>
    /// <param name="service">What to wait for, and for how long.</param>
    /// <param name="url">Where it says that it is ready.</param>
    /// <param name="process">Its process.</param>
    /// <param name="died">Completes when a service ends by itself; the waiting then ends too.</param>
    /// <param name="definedIn">Where the limit lives.</param>
    /// <param name="ct">Ends the waiting.</param>
    public async Task WaitAsync(
        ServiceDefinition service,
        Uri url,
        ServiceProcess process,
        Task<string> died,
        string definedIn,
        CancellationToken ct)
    {
        using var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false };
        using var client = new HttpClient(handler);
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("PerfGate", productVersion: null));
        using var limit = new CancellationTokenSource(service.ReadyWithin, time);
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
                throw new EnvironmentException(NotReady(service, url, last, process, definedIn));
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

    static string NotReady(ServiceDefinition service, Uri url, string last, ServiceProcess process, string definedIn)
    {
        var said = process.Tail.Length == 0
            ? "  It wrote nothing."
            : $"  Its last lines:\n{Texts.Indent(Texts.LastLines(process.Tail, 20), "    ")}";
        return $"'{service.Name}' was not ready after {Texts.Say(service.ReadyWithin)}: {url} {last}.\n{said}\n"
            + $"  The limit is ReadyWithin in {definedIn}.";
    }
}
