using System.Text;
using PerfGate.Reporting.Views;

namespace PerfGate.Reporting.Summary;

/// <summary>Several suites in one summary, the gravest first: a line that sums up, then a section for each.</summary>
internal static class SuitesRenderer
{
    const int MostNamed = 12;
    const int NameLength = 40;

    // Room for the sentence that says how many suites were left out.
    const int Spare = 100;

    public static string Render(IReadOnlyList<SuiteReport> suites)
    {
        var sections = suites.Select(SuiteSection.Of).OrderBy(s => s.Gravity).ToList();
        var head = Marker(sections) + Heading(sections);
        var room = MarkdownRenderer.Budget - Bytes(head) - Spare;
        var shares = Shares([.. sections.Select(s => Bytes(s.Render(int.MaxValue)))], room);
        return head + Fitting([.. sections.Zip(shares, (section, share) => section.Render(share))], room);
    }

    static string Marker(List<SuiteSection> sections)
    {
        var models = sections.Select(s => s.Model).ToList();
        return MarkdownMarker.Of(
            sections.Select(s => s.Suite), models.Select(m => m?.Profile), models.Select(m => m?.Commit), models.Select(m => m?.RunId));
    }

    static string Heading(List<SuiteSection> sections)
    {
        var phrases = sections.Take(MostNamed).Select(s => $"{s.Emoji} {MarkdownText.Escape(s.Suite, NameLength)}: {s.Word}");
        var more = sections.Count > MostNamed ? $" · and {sections.Count - MostNamed} more" : "";
        return $"### {string.Join(" · ", phrases)}{more}\n\n";
    }

    // Each gets an equal part of what is left, and the small ones leave the rest of theirs to the large ones.
    static int[] Shares(IReadOnlyList<int> wanted, int room)
    {
        var shares = new int[wanted.Count];
        var waiting = wanted.Count;
        foreach (var i in Enumerable.Range(0, wanted.Count).OrderBy(i => wanted[i]))
        {
            shares[i] = Math.Min(wanted[i], room / waiting--);
            room -= shares[i];
        }

        return shares;
    }

    // With very many suites not even their headings fit.
    static string Fitting(IReadOnlyList<string> sections, int room)
    {
        var text = new StringBuilder();
        for (var i = 0; i < sections.Count; i++)
        {
            room -= Bytes(sections[i]);
            if (room < 0)
            {
                var left = sections.Count - i;
                return text.Append($"_{left} more suite{(left == 1 ? "" : "s")} did not fit: see report.html of each._\n").ToString();
            }

            text.Append(sections[i]);
        }

        return text.ToString();
    }

    static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);
}
