using Spectre.Console;

namespace PerfGate.Frosting.Progress;

/// <summary>A line of styled text that ends where the terminal does instead of wrapping.</summary>
/// <param name="width">The cells there are.</param>
internal sealed class ProgressLine(int width)
{
    readonly Paragraph paragraph = new();
    int left = Math.Max(0, width);

    public ProgressLine Add(string text, Style? style = null)
    {
        var fitted = ProgressText.Fit(text, left);
        left -= fitted.GetCellWidth();
        paragraph.Append(fitted, style);
        return this;
    }

    public Paragraph Build() => left == Math.Max(0, width) ? new Paragraph(" ") : paragraph;
}
