using System.Text.Json;

namespace PerfGate.Environments.Processes;

/// <summary>
/// Who a running service is. Written beside its log and deleted when it has stopped: one that is still there names a
/// process that a killed run may have left behind.
/// </summary>
/// <param name="Service">The service's name.</param>
/// <param name="Pid">Its process.</param>
/// <param name="StartTicks">When that started, in ticks since boot, against reused pids; null off Linux.</param>
/// <param name="StartedAt">The same, UTC.</param>
/// <param name="Mark">What its descendants carry in their environment.</param>
internal sealed record PidFile(string Service, int Pid, long? StartTicks, DateTimeOffset StartedAt, string Mark)
{
    /// <summary>Writes it where that is possible: without it only the search for leftovers is poorer.</summary>
    public void Write(string file) =>
        Try(() => File.WriteAllText(file, JsonSerializer.Serialize(this, JsonSerializerOptions.Web)));

    /// <summary>Deletes it, or finds it gone.</summary>
    public static void Delete(string file) => Try(() => File.Delete(file));

    /// <summary>Reads it; null when it is gone, or broken off in the middle.</summary>
    public static PidFile? Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<PidFile>(File.ReadAllText(file), JsonSerializerOptions.Web);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A full disk, or a folder that was deleted under a running service.
        }
    }
}
