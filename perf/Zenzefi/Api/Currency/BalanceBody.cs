namespace Zenzefi.Api.Currency;

/// <summary>What an account holds.</summary>
internal sealed record BalanceBody(decimal Balance, string Currency);
