#nullable enable
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Docker.DotNet.Internal;

/// <summary>Sends calls to an engine and reads its answers: whole, as a stream of bytes, or as a stream of objects.</summary>
internal sealed class Engine : IDisposable
{
    readonly DockerClientConfiguration configuration;
    readonly HttpClient http;
    readonly string root;

    public Engine(DockerClientConfiguration configuration, Version? version)
    {
        this.configuration = configuration;
        Timeout = configuration.DefaultTimeout;
        var transport = Transport.For(configuration);
        root = version is null ? transport.Root.AbsoluteUri : $"{transport.Root.AbsoluteUri}v{version}/";
        http = new HttpClient(configuration.Credentials.GetHandler(transport.Handler))
        {
            // The limit belongs to the call: see BoundedAsync.
            Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("Docker.DotNet");
        foreach (var (name, value) in configuration.DefaultHttpRequestHeaders) http.DefaultRequestHeaders.Add(name, value);
    }

    /// <summary>How long a call may take, or until its stream begins.</summary>
    public TimeSpan Timeout { get; set; }

    /// <summary>Sends a call whose answer has nothing to read, and returns its status.</summary>
    public async Task<HttpStatusCode> SendAsync(EngineRequest request, CancellationToken ct)
    {
        using var response = await BoundedAsync(request, HttpCompletionOption.ResponseContentRead, ct);
        return response.StatusCode;
    }

    /// <summary>Sends a call and reads its answer.</summary>
    public async Task<T> ReadAsync<T>(EngineRequest request, CancellationToken ct)
    {
        using var response = await BoundedAsync(request, HttpCompletionOption.ResponseContentRead, ct);
        try
        {
            return await response.Content.ReadFromJsonAsync<T>(EngineJson.Options, ct) ?? throw new JsonException("It is null.");
        }
        catch (JsonException exception)
        {
            throw new HttpRequestException(HttpRequestError.InvalidResponse, NotUnderstood(request, exception), exception);
        }
    }

    /// <summary>Sends a call and returns its answer while it goes on. The caller disposes it.</summary>
    public async Task<Stream> OpenAsync(EngineRequest request, CancellationToken ct)
    {
        var response = await BoundedAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        return await response.Content.ReadAsStreamAsync(ct);
    }

    /// <summary>Sends a call and reports each object of its answer, one a line, as it comes, until the engine ends it.</summary>
    public async Task MonitorAsync<T>(EngineRequest request, IProgress<T> progress, CancellationToken ct)
    {
        using var reader = new StreamReader(await OpenAsync(request, ct));
        while (await reader.ReadLineAsync(ct) is { } line)
        {
            if (line.Length > 0) progress.Report(Parsed<T>(line, request));
        }
    }

    public void Dispose() => http.Dispose();

    T Parsed<T>(string line, EngineRequest request)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, EngineJson.Options) ?? throw new JsonException("It is null.");
        }
        catch (JsonException exception)
        {
            throw new HttpIOException(HttpRequestError.InvalidResponse, NotUnderstood(request, exception), exception);
        }
    }

    async Task<HttpResponseMessage> BoundedAsync(EngineRequest request, HttpCompletionOption completion, CancellationToken ct)
    {
        var limit = request.Timeout ?? Timeout;
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(ct);
        bounded.CancelAfter(limit);
        try
        {
            return await CheckedAsync(request, completion, bounded.Token);
        }
        catch (OperationCanceledException) when (bounded.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            var message =
                $"The Docker engine at {configuration.EndpointBaseUri} did not answer {request} within {limit.TotalSeconds} s.";
            throw new TaskCanceledException(message, new TimeoutException(message));
        }
    }

    async Task<HttpResponseMessage> CheckedAsync(EngineRequest request, HttpCompletionOption completion, CancellationToken ct)
    {
        using var message = new HttpRequestMessage(request.Method, $"{root}{request.Path}{request.Query}");
        var response = await ReachedAsync(message, completion, ct);
        if (response.StatusCode is >= HttpStatusCode.OK and < HttpStatusCode.BadRequest) return response;
        using (response)
        {
            var body = await response.Content.ReadAsStringAsync(ct);
            throw response.StatusCode == HttpStatusCode.NotFound && request.NotFound is { } notFound
                ? notFound(response.StatusCode, body)
                : new DockerApiException(response.StatusCode, body);
        }
    }

    async Task<HttpResponseMessage> ReachedAsync(
        HttpRequestMessage message, HttpCompletionOption completion, CancellationToken ct)
    {
        try
        {
            return await http.SendAsync(message, completion, ct);
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.ConnectionError)
        {
            // The handler would name a host and port that nobody configured.
            var why = (exception.InnerException ?? exception).Message;
            throw new HttpRequestException(
                exception.HttpRequestError,
                $"No Docker engine answers at {configuration.EndpointBaseUri}: {why}",
                exception.InnerException);
        }
    }

    string NotUnderstood(EngineRequest request, JsonException exception) =>
        $"What {configuration.EndpointBaseUri} answered to {request} is not what a Docker engine answers: {exception.Message}";
}
