using System.Globalization;

namespace PerfGate.Environments.Processes;

/// <summary>How messages are laid out, here and nowhere else.</summary>
internal static class Texts
{
    public static string Indent(string text, string by) =>
        string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? line : by + line));

    /// <summary>The last lines of a text.</summary>
    public static string LastLines(string text, int count) => string.Join('\n', text.Split('\n').TakeLast(count));

    /// <summary>The first line of a text.</summary>
    public static string FirstLine(string text) => text.Split('\n')[0].TrimEnd();

    /// <summary>A length of time as a person says it: 250 ms, 1.5 s, 60 s.</summary>
    public static string Say(TimeSpan time) => time < TimeSpan.FromSeconds(1)
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} s");

    /// <summary>Bytes as a person says them, in GiB or MiB.</summary>
    public static string SayBytes(long bytes) => bytes < 1L << 30
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 20):0.#} MiB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 30):0.#} GiB");
}
