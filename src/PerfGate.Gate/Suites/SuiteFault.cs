using PerfGate.Gate.Paired;

namespace PerfGate.Gate.Suites;

/// <summary>A deliberate slowness that a suite's system knows.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Variables">What switches it on; "{value}" stands for what the command line says.</param>
public sealed record SuiteFault(string Name, IReadOnlyDictionary<string, string> Variables)
{
    const string Value = "{value}";

    /// <summary>Whether it wants a value.</summary>
    public bool HasValue => Variables.Values.Any(v => v.Contains(Value, StringComparison.Ordinal));

    /// <summary>The fault of a size.</summary>
    /// <param name="value">The size; null for a fault without.</param>
    public Injection Of(string? value) => new(
        value is null ? Name : $"{Name}:{value}",
        Variables.ToDictionary(v => v.Key, v => v.Value.Replace(Value, value, StringComparison.Ordinal), StringComparer.Ordinal));

    internal static SuiteFault Of(string name, IReadOnlyCollection<string> variables)
    {
        if (variables.Count == 0 || variables.Any(v => v.IndexOf('=', StringComparison.Ordinal) <= 0))
            throw new ArgumentException($"Fault '{name}' is switched on by variables such as FAULT_CPU_PERCENT={{value}}: {(variables.Count == 0 ? "there are none" : string.Join(", ", variables))}.", nameof(variables));
        var set = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (variable, value) in variables.Select(v => v.Split('=', 2)).Select(v => (v[0], v[1])))
            if (!set.TryAdd(variable, value)) throw new ArgumentException($"Fault '{name}' sets {variable} more than once.", nameof(variables));
        return new SuiteFault(name, set);
    }
}
