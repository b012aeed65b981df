using CsvHelper;

namespace PerfGate.Reporting.Tests.Csv;

/// <summary>A CSV file read back as a spreadsheet would.</summary>
internal sealed class CsvPage
{
    public CsvPage(string text)
    {
        using var reader = CsvReader.FromText(text, new CsvReaderOptions { Separator = ',' });
        while (reader.Read()) Rows.Add(Enumerable.Range(0, reader.FieldCount).Select(reader.GetString).ToList());
        Header = [.. reader.Headers];
    }

    public IReadOnlyList<string> Header { get; }

    public List<List<string>> Rows { get; } = [];

    public string Cell(List<string> row, string column) => row[Header.ToList().IndexOf(column)];
}
