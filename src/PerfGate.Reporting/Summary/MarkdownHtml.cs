using Markdig;

namespace PerfGate.Reporting.Summary;

/// <summary>Our markdown as HTML for the report. HTML in it is shown as text, never passed through.</summary>
internal static class MarkdownHtml
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    public static string Of(string markdown) => Markdown.ToHtml(markdown, Pipeline);
}
