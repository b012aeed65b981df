namespace Zenzefi.Api.Metrics;

/// <summary>The values of up to three labels; unused ones are empty.</summary>
internal readonly record struct LabelValues(string First, string Second, string Third) : IComparable<LabelValues>
{
    public int CompareTo(LabelValues other) =>
        string.CompareOrdinal(First, other.First) is not 0 and var first ? first
        : string.CompareOrdinal(Second, other.Second) is not 0 and var second ? second
        : string.CompareOrdinal(Third, other.Third);

    public static bool operator <(LabelValues left, LabelValues right) => left.CompareTo(right) < 0;

    public static bool operator <=(LabelValues left, LabelValues right) => left.CompareTo(right) <= 0;

    public static bool operator >(LabelValues left, LabelValues right) => left.CompareTo(right) > 0;

    public static bool operator >=(LabelValues left, LabelValues right) => left.CompareTo(right) >= 0;

    public (string Name, string Value)[] With(string[] names)
    {
        string[] values = [First, Second, Third];
        return [.. names.Select((name, i) => (name, values[i]))];
    }
}
