namespace PerfGate.Reporting.Summary;

/// <summary>A column of a table.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Numeric">Whether its cells are aligned to the right.</param>
internal sealed record SummaryColumn(string Title, bool Numeric = false)
{
    public static implicit operator SummaryColumn(string title) => new(title);

    public static SummaryColumn Number(string title) => new(title, Numeric: true);
}
