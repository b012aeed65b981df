using System.Collections.Frozen;

namespace CoreVia.Api.Data;

/// <summary>The words of an enum as they are stored and sent: in lower case.</summary>
internal static class Words<TEnum>
    where TEnum : struct, Enum
{
    static readonly FrozenDictionary<TEnum, string> ByValue =
        Enum.GetValues<TEnum>().ToFrozenDictionary(value => value, value => value.ToString().ToLowerInvariant());

    static readonly FrozenDictionary<string, TEnum> ByWord =
        ByValue.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<TEnum>().Select(Of)];

    public static string Of(TEnum value) => ByValue[value];

    public static TEnum Parse(string word) => ByWord[word];
}
