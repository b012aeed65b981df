using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace PerfGate.Environments.Life;

/// <summary>
/// The process that a run belongs to. What carries the name of one that is gone is a leftover; what belongs to one that
/// lives, or to one on another machine, is nobody's to remove.
/// </summary>
/// <param name="Host">The machine's name.</param>
/// <param name="Pid">The process.</param>
/// <param name="StartedAt">When it started, UTC: with the pid, an identity.</param>
internal sealed record RunOwner(string Host, int Pid, DateTimeOffset StartedAt)
{
    // The time of a process' start is reckoned from the time of boot, which moves a little as the clock is set.
    static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    /// <summary>This process.</summary>
    public static RunOwner Us { get; } = OfThisProcess();

    /// <summary>Whether it still runs; null when that cannot be told from this machine.</summary>
    public bool? IsAlive
    {
        get
        {
            if (!string.Equals(Host, Environment.MachineName, StringComparison.Ordinal))
            {
                return null;
            }

            try
            {
                using var process = Process.GetProcessById(Pid);
                return (process.StartTime.ToUniversalTime() - StartedAt.UtcDateTime).Duration() < Tolerance;
            }
            catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
            {
                return false;
            }
        }
    }

    /// <summary>An owner from texts; null when they do not name one.</summary>
    public static RunOwner? Parse(string? host, string? pid, string? startedAt) =>
        host is not null
        && int.TryParse(pid, CultureInfo.InvariantCulture, out var id)
        && DateTimeOffset.TryParse(startedAt, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var started)
            ? new RunOwner(host, id, started)
            : null;

    /// <summary>The owner that a file names; null when it names none.</summary>
    public static RunOwner? Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<RunOwner>(File.ReadAllText(file), JsonSerializerOptions.Web);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes it to a file.</summary>
    public void Write(string file) => File.WriteAllText(file, JsonSerializer.Serialize(this, JsonSerializerOptions.Web));

    static RunOwner OfThisProcess()
    {
        using var process = Process.GetCurrentProcess();
        return new RunOwner(Environment.MachineName, process.Id, new DateTimeOffset(process.StartTime).ToUniversalTime());
    }
}
