using Zenzefi.Api.Auth;
using Zenzefi.Api.Data;
using Zenzefi.Api.Http;
using Zenzefi.Api.Metrics;
using Zenzefi.Api.Settings;

namespace Zenzefi.Api.Currency;

internal static class CurrencyEndpoints
{
    const string CurrencyCode = "ZNC";

    public static void MapCurrency(this IEndpointRouteBuilder api)
    {
        var currency = api.MapGroup("/currency");
        currency.MapGet("/balance", BalanceAsync);
        currency.MapGet("/transactions", TransactionsAsync);
        currency.MapPost("/mock-purchase", DepositAsync);
    }

    // The balance is asked for again: what was loaded to recognise the user may be older than the answer should be.
    static async Task<IResult> BalanceAsync(CurrentUser user, ZenzefiDb db, Queries queries, CancellationToken ct) =>
        await queries.BalanceOf(db, user.Id, ct) is { } balance
            ? TypedResults.Json(new BalanceBody(balance, CurrencyCode))
            : Errors.Detail(StatusCodes.Status404NotFound, "This account no longer exists.");

    static async Task<IResult> TransactionsAsync(
        CurrentUser user,
        Input<TransactionsInput> input,
        History history,
        CancellationToken ct) =>
        TypedResults.Json(await history.PageAsync(user.Id, input.Value, ct));

    static async Task<IResult> DepositAsync(
        CurrentUser user,
        Input<DepositInput> input,
        Wallet wallet,
        ServerMetrics metrics,
        ZenzefiSettings settings,
        CancellationToken ct)
    {
        var deposit = input.Value;
        if (await wallet.DepositAsync(user.Id, deposit.Amount, ct) is not { } balance)
        {
            return Errors.Detail(
                StatusCodes.Status400BadRequest,
                $"A balance cannot be more than {ZenzefiDb.LargestAmount} {CurrencyCode}.");
        }

        metrics.BalanceDeposits.Add();
        return TypedResults.Json(
            new DepositBody(Success: true, deposit.AsWritten, balance, $"{deposit.AsWritten} {CurrencyCode} added to your balance."),
            statusCode: settings.CreatedStatus);
    }
}
