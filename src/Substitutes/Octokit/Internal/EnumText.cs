#nullable enable
using System.Reflection;
using System.Text.Json.Serialization;

namespace Octokit.Internal;

/// <summary>GitHub's words for the values of an enum.</summary>
internal static class EnumText<TEnum>
    where TEnum : struct
{
    static readonly Dictionary<TEnum, string> Texts = typeof(TEnum)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .ToDictionary(field => (TEnum)field.GetValue(null)!, Word);

    static readonly Dictionary<string, TEnum> Values =
        Texts.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>GitHub's word for a value.</summary>
    /// <exception cref="ArgumentException">The value is none of the enum's.</exception>
    public static string Of(TEnum value) =>
        Texts.TryGetValue(value, out var text) ? text : throw NotA($"{value}");

    public static bool TryParse(string? text, out TEnum value)
    {
        value = default;
        return text is not null && Values.TryGetValue(text, out value);
    }

    public static ArgumentException NotA(string? text) =>
        new($"GitHub's word '{text}' has no meaning in {typeof(TEnum).Name} that is known here.", nameof(text));

    static string Word(FieldInfo field) => field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? field.Name;
}
