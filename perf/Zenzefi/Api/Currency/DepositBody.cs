namespace Zenzefi.Api.Currency;

/// <summary>The answer to a deposit; <paramref name="Amount"/> in the form in which it was asked for.</summary>
internal sealed record DepositBody(bool Success, string Amount, decimal NewBalance, string Message);
