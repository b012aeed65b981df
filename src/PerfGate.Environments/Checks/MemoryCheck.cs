using System.Globalization;
using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Checks;

/// <summary>Enough memory is available: to the machine, and to the container that we may be in.</summary>
/// <param name="atLeast">Bytes that have to be available.</param>
public sealed class MemoryCheck(long atLeast) : IPreflightCheck
{
    /// <inheritdoc/>
    public string Name => "Memory";

    /// <inheritdoc/>
    public Task<IReadOnlyList<PreflightResult>> RunAsync(CancellationToken ct)
    {
        var available = Available();
        return Task.FromResult<IReadOnlyList<PreflightResult>>(
        [
            available >= atLeast
                ? PreflightResult.Passed($"{Texts.SayBytes(available)} of memory available")
                : PreflightResult.Failed(
                    $"only {Texts.SayBytes(available)} of memory available",
                    $"A run needs {Texts.SayBytes(atLeast)}: close other programs, or give the machine more."),
        ]);
    }

    static long Available()
    {
        // The collector knows the limit of a container; the kernel knows what is available of the machine.
        var memory = GC.GetGCMemoryInfo();
        return OfMachine() is { } machine
            ? Math.Min(machine, memory.TotalAvailableMemoryBytes)
            : memory.TotalAvailableMemoryBytes - memory.MemoryLoadBytes;
    }

    static long? OfMachine()
    {
        const string Key = "MemAvailable:";
        if (!File.Exists("/proc/meminfo"))
        {
            return null;
        }

        var line = Array.Find(File.ReadAllLines("/proc/meminfo"), line => line.StartsWith(Key, StringComparison.Ordinal));
        return line is null ? null : 1024 * long.Parse(line.AsSpan(Key.Length).Trim(" kB"), CultureInfo.InvariantCulture);
    }
}
