using System.Collections.Frozen;

namespace Zenzefi.Api.Settings;

/// <summary>What a token costs, in ZNC, by the hours that it lasts.</summary>
internal sealed class TokenPrices
{
    readonly FrozenDictionary<int, decimal> byHours;

    TokenPrices(Dictionary<int, decimal> byHours) => this.byHours = byHours.ToFrozenDictionary();

    /// <summary>The durations on offer, shortest first.</summary>
    public IEnumerable<int> Offered => byHours.Keys.Order();

    /// <summary>The price of a duration, or null when it is not on offer.</summary>
    public decimal? Of(int hours) => byHours.TryGetValue(hours, out var price) ? price : null;

    public static TokenPrices Read(SettingsReader settings)
    {
        return new(new()
        {
            [1] = Price("TOKEN_PRICE_1H", 1m),
            [12] = Price("TOKEN_PRICE_12H", 10m),
            [24] = Price("TOKEN_PRICE_24H", 18m),
            [168] = Price("TOKEN_PRICE_7D", 100m),
            [720] = Price("TOKEN_PRICE_30D", 300m),
        });

        decimal Price(string name, decimal fallback) => settings.Number(name, fallback, 0.01m, 1_000_000m, decimals: 2);
    }
}
