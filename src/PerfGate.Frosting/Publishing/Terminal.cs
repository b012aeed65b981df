namespace PerfGate.Frosting.Publishing;

/// <summary>What the console can show.</summary>
internal static class Terminal
{
    const int WidthOfALog = 120;

    public static bool HasColour => !Console.IsOutputRedirected && string.IsNullOrEmpty(System.Environment.GetEnvironmentVariable("NO_COLOR"));

    public static int Width => Console.IsOutputRedirected || Console.WindowWidth <= 0 ? WidthOfALog : Console.WindowWidth;
}
