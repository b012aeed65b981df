using System.Globalization;

namespace Benchmarks.Reporting;

/// <summary>What was promised, and what was measured.</summary>
/// <param name="What">What is limited, with its limit: a sentence.</param>
/// <param name="Value">What was measured; null when nothing was.</param>
/// <param name="AtMost">The limit.</param>
/// <param name="Unit">Follows the value, such as "x".</param>
internal sealed record Bar(string What, double? Value, double AtMost, string Unit)
{
    /// <summary>Why nothing was measured.</summary>
    public string? Missing { get; init; }

    /// <summary>Null when nothing was measured: then it is neither met nor missed.</summary>
    public bool? IsMet => Value is { } value ? value <= AtMost : null;

    public override string ToString() => IsMet switch
    {
        null => $"– {What}: not measured{(Missing is null ? "" : $", {Missing}")}",
        true => $"✓ {What}: {Said}",
        false => $"✗ {What}: {Said}",
    };

    string Said => $"{Value!.Value.ToString(Math.Abs(Value.Value) >= 100 ? "#,0" : "0.###", CultureInfo.InvariantCulture)}{Unit}";
}
