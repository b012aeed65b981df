using System.Globalization;

namespace PerfGate.Environments.Probes.Containers;

/// <summary>A small file that the kernel makes up as it is read: a number, or lines of a name and a number.</summary>
internal static class KernelFile
{
    /// <summary>Its text; null when it is not there or may not be read.</summary>
    public static string? Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public static double? Number(string path) => Parse(Read(path));

    /// <summary>The number behind a name; null when there is no such line.</summary>
    public static double? Field(string? text, string name) => text?
        .Split('\n')
        .Where(line => line.Length > name.Length && line[name.Length] == ' ' && line.StartsWith(name, StringComparison.Ordinal))
        .Select(line => Parse(line[name.Length..]))
        .FirstOrDefault();

    static double? Parse(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
