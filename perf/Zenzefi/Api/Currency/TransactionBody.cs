using Zenzefi.Api.Data;

namespace Zenzefi.Api.Currency;

/// <summary>One line of an account's history.</summary>
internal sealed record TransactionBody(
    Guid Id,
    decimal Amount,
    TransactionType TransactionType,
    string Description,
    string? PaymentId,
    DateTime CreatedAt)
{
    public static TransactionBody Of(Transaction transaction) => new(
        transaction.Id,
        transaction.Amount,
        transaction.TransactionType,
        transaction.Description,
        transaction.PaymentId,
        transaction.CreatedAt);
}
