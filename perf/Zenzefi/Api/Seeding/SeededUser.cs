using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Zenzefi.Api.Data;
using Zenzefi.Api.Settings;

namespace Zenzefi.Api.Seeding;

/// <summary>A made-up user. The same number gives the same names, ids and secrets on every machine.</summary>
internal sealed record SeededUser(int Number)
{
    public const string NamePrefix = "seed_";
    public const string Password = "LoadTest123!";

    const decimal Balance = 500m;
    static readonly int[] Durations = [12, 24];

    public string Name => string.Create(CultureInfo.InvariantCulture, $"{NamePrefix}{Number:D6}");

    /// <summary>The account, its tokens, and the deposit and purchases that led there.</summary>
    /// <param name="passwordHash">Of <see cref="Password"/>.</param>
    /// <param name="prices">What the tokens have cost.</param>
    /// <param name="now">When all of it happened (UTC).</param>
    public IEnumerable<object> Rows(string passwordHash, TokenPrices prices, DateTime now)
    {
        var bought = Durations.Select(hours => (Hours: hours, Price: prices.Of(hours) ?? 0)).ToArray();
        yield return new User
        {
            Id = Id("user"),
            Email = $"{Name}@seed.local",
            Username = Name,
            HashedPassword = passwordHash,
            FullName = $"Seeded User {Number}",
            CurrencyBalance = Balance,
            ReferralCode = string.Create(CultureInfo.InvariantCulture, $"SEED{Number:D8}"),
            CreatedAt = now,
            UpdatedAt = now,
        };
        yield return Change("deposit", Balance + bought.Sum(token => token.Price), TransactionType.Deposit, now);
        foreach (var (hours, price) in bought)
        {
            yield return new AccessToken
            {
                Id = Id($"token {hours}"),
                UserId = Id("user"),
                Token = Base64Url.EncodeToString(SHA384.HashData(Bytes($"secret {hours}"))),
                DurationHours = hours,
                Scope = "full",
                CreatedAt = now,
            };
            yield return Change($"purchase {hours}", -price, TransactionType.Purchase, now);
        }
    }

    Transaction Change(string what, decimal amount, TransactionType type, DateTime now) => new()
    {
        Id = Id(what),
        UserId = Id("user"),
        Amount = amount,
        TransactionType = type,
        Description = $"Seeded {what}",
        CreatedAt = now,
    };

    Guid Id(string what) => new(SHA256.HashData(Bytes(what)).AsSpan(0, 16));

    byte[] Bytes(string what) => Encoding.UTF8.GetBytes($"{Name} {what}");
}
