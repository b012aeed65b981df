namespace PerfGate.Gate.Paired.Watching;

/// <summary>What was used between the two marks of a slot.</summary>
/// <param name="Begin">When measuring began.</param>
/// <param name="End">When the slot ended.</param>
/// <param name="ControlMicros">The control endpoint's round trip just before the slot.</param>
internal sealed record SlotUse(SlotMark Begin, SlotMark End, double ControlMicros)
{
    double Seconds => End.Seconds - Begin.Seconds;

    static double Processors => Environment.ProcessorCount;

    /// <summary>CPU seconds of a side, for a slot of exactly the planned length.</summary>
    public double? CpuSeconds(bool ofBaseline, double planned) =>
        Seconds > 0 && (ofBaseline ? End.Baseline - Begin.Baseline : End.Candidate - Begin.Candidate) is >= 0 and var used ? used * planned / Seconds : null;

    /// <summary>Share of the machine that this process used.</summary>
    public double? GeneratorShare => Seconds > 0 ? (End.Generator - Begin.Generator) / (Seconds * Processors) : null;

    /// <summary>Share of the machine's time that the hypervisor gave to others.</summary>
    public double? StealShare => End.Machine?.StolenSince(Begin.Machine ?? default);

    /// <summary>Share of the machine that neither this process nor the two systems used; null where one of them is not known.</summary>
    public double? OthersShare =>
        Seconds > 0 && Begin.Machine is { } before && End.Machine?.BusySince(before) is { } busy
        && End.Baseline - Begin.Baseline is { } baseline && End.Candidate - Begin.Candidate is { } candidate
            ? Math.Max(0, busy - (baseline + candidate + End.Generator - Begin.Generator) / (Seconds * Processors))
            : null;
}
