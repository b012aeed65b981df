using System.Globalization;
using CsvHelper;
using PerfGate.Reporting.Text;

namespace PerfGate.Reporting.Csv;

/// <summary>
/// Rows as CSV (RFC 4180). Text that a spreadsheet would take for a formula (leading = + - @, tab, return) gets an
/// apostrophe before it; numbers are written as numbers, and what was not measured as N/A, as Locust does.
/// </summary>
internal static class CsvTable
{
    static readonly CsvWriterOptions Options = CsvWriterOptions.Default with
    {
        NewLine = "\n",
        NullValue = "N/A",
        Injection = CsvInjection.Escape,
        FormatProvider = CultureInfo.InvariantCulture,
    };

    public static string Write(IEnumerable<string> header, IEnumerable<IEnumerable<object?>> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, Options))
        {
            WriteRow(csv, header);
            foreach (var row in rows) WriteRow(csv, row);
        }

        return text.ToString();
    }

    /// <summary>Microseconds as milliseconds, as Locust counts.</summary>
    public static double? Millis(double? micros) => micros / 1000;

    static void WriteRow(CsvWriter csv, IEnumerable<object?> cells)
    {
        foreach (var cell in cells) csv.WriteField(Cell(cell));
        csv.EndRecord();
    }

    static object? Cell(object? cell) => cell switch
    {
        double value => Math.Round(value, 6),
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        string value => PlainText.Block(value),
        _ => cell,
    };
}
