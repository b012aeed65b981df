using Zenzefi.Api.Data;
using Zenzefi.Api.Http;

namespace Zenzefi.Api.Currency;

/// <summary>Which part of the history is wanted.</summary>
internal sealed record TransactionsInput(int Limit, int Offset, TransactionType? Type) : IInput<TransactionsInput>
{
    static readonly string[] TypeNames = [.. TransactionTypeNames.Sent.OrderBy(pair => pair.Value).Select(pair => pair.Key)];

    public static InputPlace Place => InputPlace.Query;

    public static TransactionsInput Read(FieldReader fields) => new(
        fields.Integer("limit", least: 1, most: 100, fallback: 10),
        fields.Integer("offset", least: 0, fallback: 0),
        fields.Choice("transaction_type", TypeNames) is { } name ? TransactionTypeNames.Sent[name] : null);
}
