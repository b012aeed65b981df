using System.Globalization;
using System.Text;

namespace PerfGate.Reporting.Terminal;

/// <summary>Rows in aligned columns. The first column gives way when the terminal is narrow, then the last ones.</summary>
internal sealed class TextTable(IReadOnlyList<TextColumn> columns)
{
    const int NarrowestName = 16;
    const string Gap = "  ";

    readonly List<(IReadOnlyList<string> Cells, string Tone)> rows = [];

    /// <summary>Adds a row; tone is bad, good, or empty.</summary>
    public void Add(string tone, params IReadOnlyList<string> cells) => rows.Add((cells, tone));

    /// <summary>The lines, each at most <paramref name="width"/> columns wide, with the tone of its row.</summary>
    public IEnumerable<(string Line, string Tone)> Lines(int width)
    {
        var widths = columns.Select((c, i) => rows.Select(r => Length(r.Cells[i])).Append(c.Title.Length).Max()).ToList();
        var shown = columns.Count;
        int Others() => widths.Take(shown).Skip(1).Sum(w => w + Gap.Length);
        while (shown > 1 && Others() + NarrowestName > width) shown--;
        widths[0] = Math.Clamp(width - Others(), 1, widths[0]);
        yield return (Line(columns.Select(c => c.Title), widths, shown), "head");
        foreach (var (cells, tone) in rows) yield return (Line(cells, widths, shown), tone);
    }

    string Line(IEnumerable<string> cells, List<int> widths, int shown)
    {
        var padded = cells.Take(shown).Select((cell, i) => Pad(Shorten(cell, widths[i]), widths[i], columns[i].Right));
        return string.Join(Gap, padded).TrimEnd();
    }

    // The end of a path tells endpoints apart, and so does its beginning: the middle goes.
    static string Shorten(string text, int width)
    {
        var parts = StringInfo.ParseCombiningCharacters(text);
        if (parts.Length <= width) return text;
        if (width < 3) return "…"[..Math.Min(1, width)];
        var (head, tail) = ((width - 1) / 2, width - 1 - (width - 1) / 2);
        return string.Concat(text.AsSpan(0, parts[head]), "…", text.AsSpan(parts[^tail]));
    }

    static string Pad(string text, int width, bool right)
    {
        var space = new StringBuilder().Append(' ', Math.Max(0, width - Length(text)));
        return right ? space.Append(text).ToString() : space.Insert(0, text).ToString();
    }

    static int Length(string text) => StringInfo.ParseCombiningCharacters(text).Length;
}
