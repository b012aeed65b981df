namespace PerfGate.Frosting.Publishing;

/// <summary>The summary page of a GitHub job: a file that the job names in GITHUB_STEP_SUMMARY.</summary>
internal static class JobSummary
{
    /// <summary>Adds a summary to the page. A failure is a warning: posting never changes a verdict.</summary>
    public static void Append(string summary, string page, TextWriter warnings)
    {
        try
        {
            File.AppendAllText(page, summary + "\n");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            warnings.WriteLine($"warning: the job summary was not written: {e.Message} The verdict stands. The file is named by GITHUB_STEP_SUMMARY.");
        }
    }
}
