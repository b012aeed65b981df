using System.Reflection;

namespace PerfGate.Reporting.Html;

/// <summary>The style sheet of the report, kept as a file of its own and put into the page.</summary>
internal static class StyleSheet
{
    public static string Text { get; } = Read();

    static string Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("report.css")
            ?? throw new InvalidOperationException("report.css is not embedded in PerfGate.Reporting: see EmbeddedResource in its project file.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
