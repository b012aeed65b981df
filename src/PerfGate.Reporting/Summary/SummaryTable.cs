namespace PerfGate.Reporting.Summary;

/// <summary>A table of raw text: whoever renders it escapes every cell.</summary>
/// <param name="Title">What it shows; written by us, never by the system under test.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows, one cell per column.</param>
internal sealed record SummaryTable(string Title, IReadOnlyList<SummaryColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>A sentence above it; null when it needs none.</summary>
    public string? Note { get; init; }

    /// <summary>A phrase below it about the rows that it leaves out; null when it leaves none out.</summary>
    public string? More { get; init; }

    /// <summary>A sentence below it about a word in it; null when none needs one.</summary>
    public string? Legend { get; init; }
}
