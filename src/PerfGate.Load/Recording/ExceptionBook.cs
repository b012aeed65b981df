using System.Diagnostics.CodeAnalysis;
using PerfGate.Load.Results;

namespace PerfGate.Load.Recording;

/// <summary>
/// Exceptions thrown by user code, grouped by task, type, message and the method that threw. Messages that carry ids would
/// make a group each, so the number of groups is limited and the rest are counted together.
/// </summary>
internal sealed class ExceptionBook
{
    public const int Limit = 200;

    static readonly (string Where, string Type, string Message, string? Place) Others = (
        "(other places)", "(other exceptions)",
        $"More than {Limit} different exceptions; the first of the others is in the stack.", null);

    readonly Lock adding = new();
    readonly Dictionary<(string Where, string Type, string Message, string? Place), ExceptionTally> tallies = [];

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Only tells methods apart, untrimmed.")]
    public void Add(string where, Exception exception, long now)
    {
        var type = exception.GetType().FullName ?? exception.GetType().Name;
        var place = exception.TargetSite is { } site ? $"{site.DeclaringType}.{site.Name}" : null;
        lock (adding)
        {
            var key = (where, type, exception.Message, place);
            if (!tallies.ContainsKey(key) && tallies.Count >= Limit) key = Others;
            if (!tallies.TryGetValue(key, out var tally)) tallies[key] = tally = new ExceptionTally(exception.ToString(), now);
            tally.Take(now);
        }
    }

    /// <summary>The groups, most frequent first.</summary>
    public IReadOnlyList<ExceptionGroup> Groups()
    {
        lock (adding)
        {
            return [.. tallies
                .Select(t => Group(t.Key.Where, t.Key.Type, t.Key.Message, t.Value))
                .OrderByDescending(g => g.Count)
                .ThenBy(g => g.First)];
        }
    }

    static ExceptionGroup Group(string where, string type, string message, ExceptionTally tally) =>
        new(where, type, message, tally.Stack, tally.Count,
            TimeSpan.FromMicroseconds(tally.FirstMicros), TimeSpan.FromMicroseconds(tally.LastMicros));
}
