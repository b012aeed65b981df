namespace PerfGate.Gate.Paired;

/// <summary>How a paired session is laid out. The defaults keep a clean decision within five minutes.</summary>
public sealed record PairedSettings
{
    /// <summary>The usual ones.</summary>
    public static PairedSettings Usual { get; } = new();

    /// <summary>How long one side is asked in a round, the discarded beginning included.</summary>
    public TimeSpan Slot { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>The beginning of a slot that is not measured: the side was idle before.</summary>
    public TimeSpan Discard { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Between two slots nobody is asked for so long; the control endpoint is measured in it.</summary>
    public TimeSpan Gap { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>How long both sides are asked, unmeasured, after each start.</summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Rounds of the first look, block by block: between two blocks both systems are started anew.</summary>
    public IReadOnlyList<int> ScreenBlocks { get; init; } = [5, 5];

    /// <summary>Rounds of the second look, block by block.</summary>
    public IReadOnlyList<int> ConfirmBlocks { get; init; } = [4, 4, 4];

    /// <summary>Which share of the baseline's capacity is asked for, above 0 and at most a half.</summary>
    public double Load { get; init; } = 0.4;

    /// <summary>Arrivals a second; null: the share <see cref="Load"/> of the baseline's capacity.</summary>
    public double? Rate { get; init; }

    /// <summary>When a round does not count.</summary>
    public PairedGuards Guards { get; init; } = PairedGuards.Usual;
}
