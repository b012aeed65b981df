#nullable enable
using System.Net;

namespace Octokit.Internal;

/// <summary>An answer that has been read to its end.</summary>
internal sealed class Response(HttpResponseMessage answer, string body) : IResponse
{
    public object Body { get; } = body;

    public IReadOnlyDictionary<string, string> Headers { get; } =
        answer.Headers.ToDictionary(header => header.Key, header => header.Value.First());

    public ApiInfo ApiInfo { get; } = ResponseHeaders.Read(answer.Headers);

    public HttpStatusCode StatusCode { get; } = answer.StatusCode;

    public string? ContentType { get; } = answer.Content.Headers.ContentType?.MediaType;

    public override string ToString() =>
        $"{answer.RequestMessage?.Method} {answer.RequestMessage?.RequestUri?.GetLeftPart(UriPartial.Path)}";
}
