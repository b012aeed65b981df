using System.Globalization;
using PerfGate.Environments.Compose;
using PerfGate.Gate.Runs;

namespace PerfGate.Frosting.Settings;

/// <summary>Reads limits of services, as in --memory=api:64MiB and --cpus=api:0.5.</summary>
internal static class ServiceLimitArguments
{
    static readonly (string Unit, long Bytes)[] Units = [("GiB", 1L << 30), ("MiB", 1L << 20), ("KiB", 1L << 10)];

    /// <summary>The limits by service.</summary>
    /// <exception cref="GateException">One of them is no limit.</exception>
    public static IReadOnlyDictionary<string, ServiceLimits> Read(IReadOnlyList<string> memory, IReadOnlyList<string> cpus)
    {
        var limits = new Dictionary<string, ServiceLimits>(StringComparer.Ordinal);
        foreach (var (service, amount) in memory.Select(m => Split(PerfArguments.Memory, m, "api:64MiB")))
            limits[service] = new ServiceLimits(MemoryBytes: Bytes(amount) ?? throw Wrong(PerfArguments.Memory, $"{service}:{amount}", "api:64MiB"));
        foreach (var (service, amount) in cpus.Select(c => Split(PerfArguments.Cpus, c, "api:0.5")))
            limits[service] = limits.GetValueOrDefault(service, new ServiceLimits()) with
            {
                Cpus = Number(amount) ?? throw Wrong(PerfArguments.Cpus, $"{service}:{amount}", "api:0.5"),
            };
        return limits;
    }

    static (string Service, string Amount) Split(string argument, string text, string example) =>
        text.Split(':') is [{ Length: > 0 } service, { Length: > 0 } amount] ? (service, amount) : throw Wrong(argument, text, example);

    static long? Bytes(string amount) =>
        Array.Find(Units, u => amount.EndsWith(u.Unit, StringComparison.OrdinalIgnoreCase)) is { Unit: { } unit, Bytes: var size }
        && Number(amount[..^unit.Length]) is { } number
            ? (long)(number * size)
            : null;

    static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1e6 ? number : null;

    static GateException Wrong(string argument, string value, string example) =>
        new($"--{argument}={value} is no limit: a service, a colon and an amount above 0, such as --{argument}={example}.");
}
