namespace PerfGate.Gate.Paired;

/// <summary>How a paired session is laid out. The defaults keep a clean decision within five minutes.</summary>
public sealed record PairedSettings
{
    /// <summary>The usual ones.</summary>
    public static PairedSettings Usual { get; } = new();

    /// <summary>How long both sides are asked in a round, the discarded beginning included.</summary>
    public TimeSpan Slot { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The beginning of a slot that is not measured: both were idle before.</summary>
    public TimeSpan Discard { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Between two slots nobody is asked for so long; the control endpoint is measured in it.</summary>
    public TimeSpan Gap { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>How long both sides are asked, unmeasured, after each start.</summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Rounds of the first look, block by block: between two blocks both systems are started anew.</summary>
    public IReadOnlyList<int> ScreenBlocks { get; init; } = [2, 2, 2, 2, 2, 2, 2, 2];

    /// <summary>Rounds of the second look, block by block.</summary>
    public IReadOnlyList<int> ConfirmBlocks { get; init; } = [2, 2, 2, 2, 2, 2, 2, 2];

    /// <summary>
    /// Which share of the baseline's capacity both sides together are asked for, above 0 and at most a half. Queues make percentiles
    /// noisy long before a system is full: at 0.3 a 95th percentile was three times as noisy from round to round as at 0.1.
    /// </summary>
    public double Load { get; init; } = 0.12;

    /// <summary>
    /// Variables that both systems get in a paired session. A .NET system compiles every method once, fully: code that is compiled in
    /// tiers, guided by what happened to run first, differs from start to start by more than what is looked for.
    /// </summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal) { ["DOTNET_TieredCompilation"] = "0" };

    /// <summary>Arrivals a second; null: the share <see cref="Load"/> of the baseline's capacity.</summary>
    public double? Rate { get; init; }

    /// <summary>When a round does not count.</summary>
    public PairedGuards Guards { get; init; } = PairedGuards.Usual;
}
