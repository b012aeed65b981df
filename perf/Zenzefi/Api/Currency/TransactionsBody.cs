namespace Zenzefi.Api.Currency;

/// <summary>A page of an account's history, newest first.</summary>
internal sealed record TransactionsBody(IReadOnlyList<TransactionBody> Items, int Total, int Limit, int Offset);
