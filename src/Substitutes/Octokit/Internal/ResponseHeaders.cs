#nullable enable
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Octokit.Internal;

/// <summary>Reads out of headers what GitHub says there: other pages, and how many requests are left.</summary>
internal static partial class ResponseHeaders
{
    public static ApiInfo Read(HttpResponseHeaders headers) => new(Links(headers), RateLimit(headers));

    static Dictionary<string, Uri> Links(HttpResponseHeaders headers)
    {
        var links = new Dictionary<string, Uri>();
        foreach (Match link in Link().Matches(Value(headers, "Link") ?? ""))
        {
            if (Uri.TryCreate(link.Groups["address"].Value, UriKind.Absolute, out var address))
            {
                links[link.Groups["rel"].Value] = address;
            }
        }

        return links;
    }

    static RateLimit RateLimit(HttpResponseHeaders headers) => new(
        (int)Number(headers, "X-RateLimit-Limit"),
        (int)Number(headers, "X-RateLimit-Remaining"),
        Number(headers, "X-RateLimit-Reset"));

    static long Number(HttpResponseHeaders headers, string name) =>
        uint.TryParse(Value(headers, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    static string? Value(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;

    [GeneratedRegex("<(?<address>[^>]*)>[^<]*?rel=\"(?<rel>next|prev|first|last)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
