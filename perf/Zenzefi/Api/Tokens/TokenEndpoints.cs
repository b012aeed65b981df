using System.Globalization;
using Zenzefi.Api.Auth;
using Zenzefi.Api.Data;
using Zenzefi.Api.Http;
using Zenzefi.Api.Metrics;
using Zenzefi.Api.Settings;

namespace Zenzefi.Api.Tokens;

internal static class TokenEndpoints
{
    public static void MapTokens(this IEndpointRouteBuilder api)
    {
        var tokens = api.MapGroup("/tokens");
        tokens.MapPost("/purchase", PurchaseAsync);
        tokens.MapGet("/my-tokens", ListAsync);
    }

    static async Task<IResult> PurchaseAsync(
        CurrentUser user,
        Input<PurchaseInput> input,
        TokenShop shop,
        ZenzefiDb db,
        Queries queries,
        ServerMetrics metrics,
        ZenzefiSettings settings,
        CancellationToken ct)
    {
        var wanted = input.Value;
        if (settings.Prices.Of(wanted.DurationHours) is not { } price)
        {
            return Errors.Detail(
                StatusCodes.Status400BadRequest,
                $"No token lasts {wanted.DurationHours} h. On offer, in hours: {string.Join(", ", settings.Prices.Offered)}.");
        }

        if (await shop.BuyAsync(user.User, wanted, price, ct) is not { } token)
        {
            var balance = await queries.BalanceOf(db, user.Id, ct);
            return Errors.Detail(
                StatusCodes.Status402PaymentRequired,
                $"The price is {price:F2} ZNC, but the balance is {balance:F2} ZNC.");
        }

        metrics.TokenPurchases.Add(wanted.DurationHours.ToString(CultureInfo.InvariantCulture));
        return TypedResults.Json(TokenBody.Of(token, settings.Prices), statusCode: settings.CreatedStatus);
    }

    static async Task<IResult> ListAsync(
        CurrentUser user,
        Input<MyTokensInput> input,
        TokenShelf shelf,
        CancellationToken ct) =>
        TypedResults.Json(await shelf.ListAsync(user.Id, input.Value.ActiveOnly, ct));
}
