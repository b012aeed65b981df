using System.Globalization;
using PerfGate.Reporting.Tests.Samples;
using PerfGate.Reporting.Text;

namespace PerfGate.Reporting.Tests.Text;

public sealed class CleaningForeignText
{
    [Fact]
    public void Ordinary_names_stay_as_they_are() =>
        PlainText.Line("/api/v1/tokens/purchase (duration=1h) é 😀").ShouldBe("/api/v1/tokens/purchase (duration=1h) é 😀");

    [Fact]
    public void A_line_has_no_breaks_and_nothing_that_steers_a_terminal_or_the_direction_of_text()
    {
        foreach (var name in Hostility.Names(500))
        {
            var line = PlainText.Line(name);
            line.Length.ShouldBeLessThanOrEqualTo(PlainText.NameLength);
            line.ShouldAllBe(c => !char.IsControl(c) && (char.IsSurrogate(c) || CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format));
            Should.NotThrow(() => line.Normalize(), "it throws when half of a surrogate pair is left");
        }
    }

    [Fact]
    public void A_cut_never_splits_a_character()
    {
        var line = PlainText.Line(string.Concat(Enumerable.Repeat("😀", 200)), 11);
        line.ShouldBe("😀😀😀😀😀…");
    }

    [Fact]
    public void A_block_keeps_its_lines() =>
        PlainText.Block("at A\r\n  at B\u001b[31m\n").ShouldBe("at A\n  at B�[31m");
}
