using System.Collections.Frozen;
using System.Text.Json;

namespace Zenzefi.Api.Data;

/// <summary>The two spellings of a transaction type: <c>REFERRAL_BONUS</c> when stored, <c>referral_bonus</c> when sent.</summary>
internal static class TransactionTypeNames
{
    static readonly FrozenDictionary<TransactionType, string> StoredNames =
        Enum.GetValues<TransactionType>().ToFrozenDictionary(
            type => type,
            type => JsonNamingPolicy.SnakeCaseUpper.ConvertName(type.ToString()));

    static readonly FrozenDictionary<string, TransactionType> StoredTypes =
        StoredNames.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>Every type by the name that the HTTP surface uses for it.</summary>
    public static FrozenDictionary<string, TransactionType> Sent { get; } =
        StoredNames.ToFrozenDictionary(
            pair => JsonNamingPolicy.SnakeCaseLower.ConvertName(pair.Key.ToString()),
            pair => pair.Key,
            StringComparer.Ordinal);

    public static string Stored(TransactionType type) => StoredNames[type];

    public static TransactionType FromStored(string name) => StoredTypes[name];
}
