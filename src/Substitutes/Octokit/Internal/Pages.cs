#nullable enable
using System.Globalization;

namespace Octokit.Internal;

/// <summary>Asks for pages.</summary>
internal static class Pages
{
    /// <summary>The query of the first page, with its question mark, or nothing. What is <c>null</c> is left out.</summary>
    public static string Query(IEnumerable<(string Name, string? Value)> query, ApiOptions options)
    {
        IEnumerable<(string Name, string? Value)> pages =
            [("per_page", Text(options.PageSize)), ("page", Text(options.StartPage))];
        var said = query
            .Concat(pages)
            .Where(pair => pair.Value is not null)
            .Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value!)}");
        var text = string.Join('&', said);
        return text.Length == 0 ? "" : "?" + text;
    }

    static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
