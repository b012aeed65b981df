using System.Net;
using System.Text.RegularExpressions;
using PerfGate.Reporting.Html;

namespace PerfGate.Reporting.Tests.Html;

/// <summary>The report as its reader sees it.</summary>
internal static class PageText
{
    /// <summary>The section under a heading, as HTML; empty when there is none.</summary>
    public static async Task<string> SectionAsync(Report report, string heading) =>
        Regex.Match(await HtmlReport.RenderAsync(report), $@"<section>\s*<h2>{heading}[\s\S]*?</section>").Value;

    /// <summary>Its words, spaces folded.</summary>
    public static string Words(string html) => Regex.Replace(WebUtility.HtmlDecode(Regex.Replace(html.Replace("<wbr>", "").Replace("<wbr />", ""), "<[^>]*>", " ")), @"\s+", " ");
}
