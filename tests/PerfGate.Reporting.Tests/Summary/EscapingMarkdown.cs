using PerfGate.Reporting.Summary;

namespace PerfGate.Reporting.Tests.Summary;

public sealed class EscapingMarkdown
{
    [Theory]
    [InlineData(@"a|b\c`d", @"a\|b\\c\`d")]
    [InlineData("<b>&[x]", @"&lt;b&gt;&amp;\[x\]")]
    [InlineData("@team #7", "@&#8203;team #&#8203;7")]
    [InlineData("see http://x and www.x.y", "see http:&#8203;//x and www&#8203;.x.y")]
    [InlineData("a\nb", "a b")]
    public void Every_sign_with_a_meaning_loses_it(string text, string escaped) => MarkdownText.Escape(text).ShouldBe(escaped);

    [Fact]
    public void Sentences_keep_their_code() =>
        MarkdownText.Prose("Run `./build.sh --target=Perf` as <root>").ShouldBe("Run `./build.sh --target=Perf` as &lt;root&gt;");

    [Fact]
    public void An_odd_backtick_is_no_code() => MarkdownText.Prose("a ` b").ShouldBe(@"a \` b");

    [Fact]
    public void A_code_block_cannot_be_left() => MarkdownText.CodeBlock("a\n````\nb").ShouldStartWith("`````sh\n");

    [Fact]
    public void Findings_become_html_without_passing_any_through() =>
        MarkdownHtml.Of("**<b>x** `y` <script>").ShouldBe("<p><strong>&lt;b&gt;x</strong> <code>y</code> &lt;script&gt;</p>\n");
}
