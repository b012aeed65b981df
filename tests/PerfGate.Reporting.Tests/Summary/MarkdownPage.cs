using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PerfGate.Reporting.Tests.Summary;

/// <summary>A summary as a reader of GitHub-flavoured markdown sees it.</summary>
internal sealed class MarkdownPage
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseEmphasisExtras().UseTaskLists().Build();

    readonly MarkdownDocument document;

    public MarkdownPage(string markdown)
    {
        Text = markdown;
        document = Markdown.Parse(markdown, Pipeline);
    }

    public string Text { get; }

    public string FirstLine => Text.Split('\n')[0];

    public string Heading => Plain(document.Descendants<HeadingBlock>().Single().Inline!);

    public IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> Tables =>
        [.. document.Descendants<Table>().Select(t => (IReadOnlyList<IReadOnlyList<string>>)[.. t.OfType<TableRow>().Select(Cells)])];

    /// <summary>The rows below the heading of the table whose first column has this title and whose column count is this.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows(params string[] heading) =>
        [.. Tables.Single(t => t[0].SequenceEqual(heading)).Skip(1)];

    public IReadOnlyList<string> HtmlBlocks => [.. document.Descendants<HtmlBlock>().Select(b => b.Lines.ToString().Trim())];

    /// <summary>All text outside code as a reader's browser holds it, separators that cannot be seen included.</summary>
    public string Seen => string.Join('\n', document.Descendants<LeafBlock>().Where(b => b.Inline is not null).Select(b => Literal(b.Inline!)));

    public int Links => document.Descendants<LinkInline>().Count() + document.Descendants<AutolinkInline>().Count();

    public int InlineHtml => document.Descendants<HtmlInline>().Count();

    public IReadOnlyList<string> CodeBlocks => [.. document.Descendants<FencedCodeBlock>().Select(b => b.Lines.ToString())];

    static IReadOnlyList<string> Cells(TableRow row) =>
        [.. row.OfType<TableCell>().Select(c => string.Concat(c.Descendants<LeafBlock>().Select(b => Plain(b.Inline!))))];

    static string Plain(ContainerInline inlines) => Literal(inlines).Replace("\u200b", "", StringComparison.Ordinal);

    static string Literal(ContainerInline inlines) =>
        string.Concat(inlines.Descendants().Select(i => i switch
        {
            LiteralInline literal => literal.Content.ToString(),
            HtmlEntityInline entity => entity.Transcoded.ToString(),
            CodeInline code => code.Content,
            _ => "",
        }));
}
