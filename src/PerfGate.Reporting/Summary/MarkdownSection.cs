using System.Text;

namespace PerfGate.Reporting.Summary;

/// <summary>A part of the summary whose rows may be dropped from the end when there is no room for them.</summary>
internal sealed class MarkdownSection(string before, IReadOnlyList<string> rows, string after)
{
    int kept = rows.Count;

    public int Dropped => rows.Count - kept;

    /// <summary>Bytes of UTF-8 that it takes now.</summary>
    public int Bytes => Encoding.UTF8.GetByteCount(ToString());

    /// <summary>Drops whole rows from the end until at least <paramref name="bytes"/> are saved, or none is left.</summary>
    public void Save(int bytes)
    {
        // Room for the sentence that says how many were dropped.
        var wanted = bytes + 120;
        while (kept > 0 && wanted > 0) wanted -= Encoding.UTF8.GetByteCount(rows[--kept]) + 1;
    }

    public override string ToString()
    {
        var text = new StringBuilder(before);
        foreach (var row in rows.Take(kept)) text.Append(row).Append('\n');
        if (Dropped > 0) text.Append($"\n_{Dropped} more row{(Dropped == 1 ? "" : "s")} did not fit: see report.html._\n");
        return text.Append(after).ToString();
    }
}
