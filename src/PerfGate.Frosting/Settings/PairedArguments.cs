using PerfGate.Gate.Paired;
using PerfGate.Gate.Runs;
using PerfGate.Gate.Suites;
using Arguments = System.Collections.Generic.IDictionary<string, System.Collections.Generic.ICollection<string>>;

namespace PerfGate.Frosting.Settings;

/// <summary>Reads how paired comparisons are made.</summary>
internal sealed class PairedArguments(Arguments arguments)
{
    const int FewestRounds = 10;
    const int MostRounds = 200;
    const int RoundsInABlock = 2;

    /// <summary>Everything but what is compared.</summary>
    /// <exception cref="GateException">A value is missing or out of range.</exception>
    public PairedPlan Read(SuiteDefinition suite, string root) => new()
    {
        Injection = Injection(suite),
        Settings = Settings(),
        Calibrations = Path.GetFullPath(SettingsReader.Value(arguments, PerfArguments.Calibrations) ?? "perf/calibration", root),
    };

    PairedSettings Settings()
    {
        var settings = PairedSettings.Usual;
        if (SettingsReader.Positive(arguments, PerfArguments.Slot, 600, "5") is { } seconds)
        {
            settings = settings with
            {
                Slot = seconds > settings.Discard.TotalSeconds
                    ? TimeSpan.FromSeconds(seconds)
                    : throw new GateException(FormattableString.Invariant($"--{PerfArguments.Slot}={seconds} is out of range: the first {settings.Discard.TotalSeconds:0.#} s of a slot are not measured, so it has to be longer.")),
            };
        }

        return SettingsReader.Whole(arguments, PerfArguments.Rounds, FewestRounds, MostRounds) is { } rounds
            ? settings with { ScreenBlocks = Blocks(rounds), ConfirmBlocks = Blocks(rounds) }
            : settings;
    }

    Injection? Injection(SuiteDefinition suite)
    {
        var named = SettingsReader.Words(arguments, PerfArguments.Inject).Select(word => Injection(suite, word)).ToList();
        if (named.SelectMany(i => i.Variables.Keys).GroupBy(v => v, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new GateException($"--{PerfArguments.Inject}={string.Join(',', named.Select(i => i.Name))} sets {twice.Key} more than once. Faults that are switched on by the same variable are measured one at a time.");
        return named.Count == 0 ? null : new Injection(
            string.Join(',', named.Select(i => i.Name)),
            named.SelectMany(i => i.Variables).ToDictionary(StringComparer.Ordinal));
    }

    static Injection Injection(SuiteDefinition suite, string word)
    {
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        var (name, value) = colon < 0 ? (word, null) : (word[..colon], word[(colon + 1)..]);
        if (!suite.Faults.TryGetValue(name, out var fault))
            throw new GateException($"Suite '{suite.Name}' knows no fault '{name}'{Closest.Hint(name, suite.Faults.Keys)}. It has: {(suite.Faults.Count == 0 ? "none" : string.Join(", ", suite.Faults.Keys))}.\n  Faults are added in the suite's class in {suite.Folder}: suite.Fault(…).");
        if (fault.HasValue ? value is not { Length: > 0 } : value is not null)
            throw new GateException(fault.HasValue ? $"--{PerfArguments.Inject}={word} needs a size: --{PerfArguments.Inject}={name}:10." : $"--{PerfArguments.Inject}={word} has no size: --{PerfArguments.Inject}={name}.");
        return fault.Of(value);
    }

    // Starts of both systems are spread over the rounds, none with many more of them than others.
    static IReadOnlyList<int> Blocks(int rounds)
    {
        var blocks = (rounds + RoundsInABlock - 1) / RoundsInABlock;
        return [.. Enumerable.Range(0, blocks).Select(block => rounds / blocks + (block < rounds % blocks ? 1 : 0))];
    }
}
