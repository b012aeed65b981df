using System.Globalization;
using PerfGate.Environments.Docker;
using PerfGate.Environments.Life;
using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Compose;

/// <summary>Whether a container ended that should run, and how that is told.</summary>
internal static class ContainerDeaths
{
    /// <summary>What befell it, as a sentence without its log; null when it runs as it should.</summary>
    /// <param name="container">The container as it is.</param>
    /// <param name="mayFinish">Whether ending with 0 is what it is for.</param>
    /// <param name="now">The time, for what has no time of its own.</param>
    public static string? Describe(ProjectContainer container, bool mayFinish, DateTimeOffset now)
    {
        var name = container.Service;
        if (container.WasOutOfMemory)
        {
            var when = container.EndedAt > container.StartedAt ? container.EndedAt.Value : now;
            return $"'{name}' ran out of memory{Limit(container)} and was killed by the kernel (OOM kill) "
                + $"{At(when)}{ExitCode(container)}.";
        }

        if (container.Restarts > 0)
        {
            return Say($"'{name}' ended by itself and was restarted by the engine {Times(container.Restarts)}, the last time ")
                + $"{At(container.EndedAt ?? now)}: a run against it would measure its start.";
        }

        if (!container.HasEnded || (mayFinish && container.ExitCode is 0))
        {
            return null;
        }

        var ended = container.EndedAt ?? now;
        var after = ended - (container.StartedAt ?? ended);
        return $"'{name}' ended by itself{ExitCode(container)} {At(ended)}, {Texts.Say(after)} after its start.";
    }

    static string Limit(ProjectContainer container) =>
        container.MemoryLimitBytes is { } limit ? $" (its limit is {Texts.SayBytes(limit)})" : "";

    static string ExitCode(ProjectContainer container) =>
        container.ExitCode is { } code ? Say($": exit code {code}{(container.WasOutOfMemory ? "" : Deaths.Signal(code))}") : "";

    static string Times(long count) => count == 1 ? "once" : Say($"{count} times");

    static string At(DateTimeOffset time) => Say($"at {time.UtcDateTime:HH:mm:ss} UTC");

    static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
