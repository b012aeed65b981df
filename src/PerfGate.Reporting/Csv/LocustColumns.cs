namespace PerfGate.Reporting.Csv;

/// <summary>Column names of Locust 2's CSV files, in its order, so that tools made for it read ours.</summary>
internal static class LocustColumns
{
    /// <summary>The name of the row that adds up all endpoints.</summary>
    public const string Aggregated = "Aggregated";

    /// <summary>The percentiles by the names of their columns.</summary>
    public static readonly IReadOnlyList<(string Name, double Quantile)> Percentiles =
    [
        ("50%", 0.5), ("66%", 0.66), ("75%", 0.75), ("80%", 0.8), ("90%", 0.9), ("95%", 0.95), ("98%", 0.98), ("99%", 0.99),
        ("99.9%", 0.999), ("99.99%", 0.9999), ("100%", 1),
    ];

    /// <summary>Locust's, and after them what it does not tell.</summary>
    public static readonly IReadOnlyList<string> Stats =
    [
        "Type", "Name", "Request Count", "Failure Count", "Median Response Time", "Average Response Time", "Min Response Time",
        "Max Response Time", "Average Content Size", "Requests/s", "Failures/s", .. Percentiles.Select(p => p.Name),
        "Connections Opened", "Connecting 50%", "Connecting 95%",
    ];

    public static readonly IReadOnlyList<string> History =
    [
        "Timestamp", "User Count", "Type", "Name", "Requests/s", "Failures/s", .. Percentiles.Select(p => p.Name),
        "Total Request Count", "Total Failure Count", "Total Median Response Time", "Total Average Response Time",
        "Total Min Response Time", "Total Max Response Time", "Total Average Content Size",
    ];

    /// <summary>Locust's four, and what it does not tell.</summary>
    public static readonly IReadOnlyList<string> Failures =
        ["Method", "Name", "Error", "Occurrences", "First", "Last", "Warm-up Occurrences"];

    public static readonly IReadOnlyList<string> Exceptions = ["Count", "Message", "Traceback", "Nodes"];
}
