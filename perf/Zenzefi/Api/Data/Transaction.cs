namespace Zenzefi.Api.Data;

/// <summary>One change of a balance. Never altered once written.</summary>
internal sealed class Transaction
{
    public required Guid Id { get; init; }
    public required Guid UserId { get; init; }

    /// <summary>In ZNC: above zero when the balance rose, below zero when it fell.</summary>
    public required decimal Amount { get; init; }

    public required TransactionType TransactionType { get; init; }
    public required string Description { get; init; }
    public string? PaymentId { get; init; }
    public required DateTime CreatedAt { get; init; }
}
