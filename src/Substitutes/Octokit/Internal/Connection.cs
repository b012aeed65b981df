#nullable enable
using System.Net;
using System.Net.Http.Headers;

namespace Octokit.Internal;

/// <summary>Sends calls to one API, follows redirects and pages, and tells answers from errors.</summary>
#pragma warning disable CA1001 // The package's client cannot be disposed; its connections end with the process.
internal sealed class Connection
#pragma warning restore CA1001
{
    const int MostRedirects = 4;

    readonly HttpClient http = new(new SocketsHttpHandler
    {
        // Followed below, where method and body are kept and the token stays at home.
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    });

    public Connection(ProductHeaderValue product, Uri baseAddress)
    {
        ArgumentNullException.ThrowIfNull(product);
        BaseAddress = baseAddress;
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue(product.Name, product.Version));
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("(Octokit.net substitute)"));
        http.DefaultRequestHeaders.Accept.ParseAdd("application/vnd.github+json");
        http.DefaultRequestHeaders.Add("X-GitHub-Api-Version", "2022-11-28");
    }

    public Uri BaseAddress { get; }

    public Credentials Credentials { get; set; } = Credentials.Anonymous;

    public ApiInfo? LastApiInfo { get; private set; }

    public void SetTimeout(TimeSpan timeout) => http.Timeout = timeout;

    public Task<T> Get<T>(string path) => ContentAsync<T>(HttpMethod.Get, path, null);

    public Task<T> Post<T>(string path, object body) => ContentAsync<T>(HttpMethod.Post, path, body);

    public Task<T> Patch<T>(string path, object body) => ContentAsync<T>(HttpMethod.Patch, path, body);

    public Task Delete(string path) => SendAsync(HttpMethod.Delete, new Uri(BaseAddress, path), null);

    /// <summary>Gets a list page by page, as the answers say where the next one is.</summary>
    public async Task<IReadOnlyList<T>> GetAll<T>(string path, ApiOptions options, IEnumerable<(string, string?)>? query = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var elements = new List<T>();
        Uri? page = new(BaseAddress, path + Pages.Query(query ?? [], options));
        try
        {
            for (var pages = 1; page is not null; pages++)
            {
                var response = await SendAsync(HttpMethod.Get, page, null);
                elements.AddRange(GitHubJson.Read<List<T>>(response));
                page = pages == options.PageCount ? null : response.ApiInfo.Links.GetValueOrDefault("next");
            }
        }
        catch (NotFoundException)
        {
            // What the package says, and more than GitHub's bare 'Not Found'.
            throw new NotFoundException($"{path} was not found.", HttpStatusCode.NotFound);
        }

        return elements;
    }

    async Task<T> ContentAsync<T>(HttpMethod method, string path, object? body) =>
        GitHubJson.Read<T>(await SendAsync(method, new Uri(BaseAddress, path), body));

    async Task<Response> SendAsync(HttpMethod method, Uri address, object? body)
    {
        var json = body is null ? null : GitHubJson.Write(body);
        for (var redirects = 0; ; redirects++)
        {
            using var message = Message(method, address, json);
            using var answer = await http.SendAsync(message);
            if (answer.Headers.Location is not { } location || !IsRedirect(answer.StatusCode)) return await CheckedAsync(answer);
            if (redirects == MostRedirects)
            {
                throw new InvalidOperationException($"{BaseAddress} redirects without end; the last time to {location}.");
            }

            address = new Uri(address, location);
            if (answer.StatusCode == HttpStatusCode.SeeOther) (method, json) = (HttpMethod.Get, null);
        }
    }

    HttpRequestMessage Message(HttpMethod method, Uri address, byte[]? json)
    {
        var message = new HttpRequestMessage(method, address);
        if (IsAtHome(address)) message.Headers.Authorization = Authorization.For(Credentials);
        if (json is not null)
        {
            message.Content = new ByteArrayContent(json);
            message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        }

        return message;
    }

    async Task<Response> CheckedAsync(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync();
        var failed = answer.StatusCode >= HttpStatusCode.BadRequest;
        var response = new Response(answer, failed ? Authorization.Masked(body, Credentials) : body);
        LastApiInfo = response.ApiInfo;
        return failed ? throw Errors.From(response) : response;
    }

    /// <summary>Whether the token may go there: a link or a redirect may lead elsewhere.</summary>
    bool IsAtHome(Uri address) =>
        Uri.Compare(address, BaseAddress, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase)
        == 0;

    static bool IsRedirect(HttpStatusCode status) =>
        status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
}
