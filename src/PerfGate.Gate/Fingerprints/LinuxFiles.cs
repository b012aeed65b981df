namespace PerfGate.Gate.Fingerprints;

/// <summary>What Linux tells about itself in files below a root; null for what it does not tell.</summary>
internal sealed class LinuxFiles(string root)
{
    static readonly char[] Quotes = ['"', '\''];

    // x86 names the model; ARM names implementer and part, POWER and s390 have words of their own.
    public string? CpuModel()
    {
        var lines = Lines("proc/cpuinfo");
        return Value(lines, "model name", ':')
            ?? Value(lines, "Model", ':')
            ?? (Value(lines, "CPU implementer", ':') is { } maker ? $"implementer {maker} part {Value(lines, "CPU part", ':')}" : Value(lines, "cpu", ':'));
    }

    public long? MemoryBytes() =>
        Value(Lines("proc/meminfo"), "MemTotal", ':') is { } total && long.TryParse(total.Split(' ')[0], out var kib) ? kib * 1024 : null;

    public string? OsName() => Value(Lines("etc/os-release"), "PRETTY_NAME", '=')?.Trim(Quotes);

    public string? Text(string path) => Lines(path) is [var first, ..] ? first.Trim() : null;

    public IReadOnlyList<string> Lines(string path)
    {
        try
        {
            return File.ReadAllLines(Path.Combine(root, path.TrimStart('/')));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    static string? Value(IReadOnlyList<string> lines, string name, char separator) =>
        lines.Select(line => line.Split(separator, 2))
            .FirstOrDefault(parts => parts.Length == 2 && parts[0].Trim() == name && parts[1].Trim().Length > 0)?[1].Trim();
}
