using System.Globalization;
using ReferenceSystem.Settings;

namespace ReferenceSystem.Faults;

/// <summary>
/// Deliberate slowness and failure, so that a gate can be shown a regression of known size. All off by default;
/// nothing in an answer or a metric tells that one is on.
/// </summary>
internal sealed record FaultSwitches
{
    const string Prefix = "FAULT_";

    static readonly string[] Names =
    [
        "FAULT_CPU_PERCENT", "FAULT_ALLOCATION_KB", "FAULT_LOCK_MS", "FAULT_SLOW_TAIL_PERCENT", "FAULT_SLOW_TAIL_MS",
        "FAULT_N_PLUS_ONE", "FAULT_LEAK_KB", "FAULT_ERROR_PERCENT", "FAULT_EXIT_AFTER_REQUESTS",
    ];

    /// <summary>Extra CPU, in percent of the time that the request itself spent on a thread.</summary>
    public double CpuPercent { get; private init; }

    /// <summary>Extra garbage per request.</summary>
    public int AllocationKilobytes { get; private init; }

    /// <summary>How long each request holds a lock that there is one of.</summary>
    public double LockMilliseconds { get; private init; }

    /// <summary>The share of requests that wait for <see cref="SlowTailMilliseconds"/>.</summary>
    public double SlowTailPercent { get; private init; }

    public double SlowTailMilliseconds { get; private init; }

    /// <summary>Lists load row by row.</summary>
    public bool NPlusOne { get; private init; }

    /// <summary>Memory kept forever per request.</summary>
    public int LeakKilobytes { get; private init; }

    /// <summary>The share of requests answered 500, /health and /metrics excepted.</summary>
    public double ErrorPercent { get; private init; }

    /// <summary>The process dies instead of handling the request after this many; 0 for never.</summary>
    public int ExitAfterRequests { get; private init; }

    public static FaultSwitches Read(SettingsReader settings)
    {
        // A misspelt fault would be no fault at all, and a calibration run with it a lie.
        foreach (var unknown in settings.NamesStartingWith(Prefix).Except(Names, StringComparer.OrdinalIgnoreCase))
        {
            settings.Refuse($"{unknown} is no fault switch. There are: {string.Join(", ", Names)}.");
        }

        var faults = new FaultSwitches
        {
            CpuPercent = Number("FAULT_CPU_PERCENT", 10_000),
            AllocationKilobytes = settings.Integer("FAULT_ALLOCATION_KB", 0, 0, 1_000_000),
            LockMilliseconds = Number("FAULT_LOCK_MS", 60_000),
            SlowTailPercent = Number("FAULT_SLOW_TAIL_PERCENT", 100),
            SlowTailMilliseconds = Number("FAULT_SLOW_TAIL_MS", 600_000),
            NPlusOne = settings.Choice("FAULT_N_PLUS_ONE", "0", "1") == "1",
            LeakKilobytes = settings.Integer("FAULT_LEAK_KB", 0, 0, 1_000_000),
            ErrorPercent = Number("FAULT_ERROR_PERCENT", 100),
            ExitAfterRequests = settings.Integer("FAULT_EXIT_AFTER_REQUESTS", 0, 0, int.MaxValue),
        };
        if (faults.SlowTailPercent > 0 != faults.SlowTailMilliseconds > 0)
        {
            settings.Refuse("FAULT_SLOW_TAIL_PERCENT and FAULT_SLOW_TAIL_MS belong together: set both above 0, or neither.");
        }

        return faults;

        double Number(string name, decimal most) => (double)settings.Number(name, 0, 0, most, decimals: 3);
    }

    /// <summary>The switches that are on, as they were set, or an empty text.</summary>
    public string Describe()
    {
        var values = new (string Name, double Value)[]
        {
            (Names[0], CpuPercent), (Names[1], AllocationKilobytes), (Names[2], LockMilliseconds), (Names[3], SlowTailPercent),
            (Names[4], SlowTailMilliseconds), (Names[5], NPlusOne ? 1 : 0), (Names[6], LeakKilobytes), (Names[7], ErrorPercent),
            (Names[8], ExitAfterRequests),
        };
        return string.Join(
            ' ',
            values.Where(item => item.Value > 0).Select(item => string.Create(CultureInfo.InvariantCulture, $"{item.Name}={item.Value}")));
    }
}
