namespace Acceptance.Harness;

/// <summary>Who is running, read from /proc.</summary>
public static class Processes
{
    /// <summary>The command lines of all processes that work in, or were started from, a folder.</summary>
    public static IReadOnlyList<string> Of(string folder)
    {
        var found = new List<string>();
        foreach (var path in Directory.EnumerateDirectories("/proc").Where(p => int.TryParse(Path.GetFileName(p), out _)))
        {
            try
            {
                var command = File.ReadAllText(Path.Combine(path, "cmdline")).Replace('\0', ' ').Trim();
                var home = new FileInfo(Path.Combine(path, "cwd")).LinkTarget ?? "";
                if (command.Length > 0 && (command.Contains(folder, StringComparison.Ordinal) || home.StartsWith(folder, StringComparison.Ordinal)))
                    found.Add($"{Path.GetFileName(path)}: {command}");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It ended while we looked.
            }
        }

        return found;
    }
}
