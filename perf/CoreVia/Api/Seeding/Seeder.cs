using CoreVia.Api.Data;
using Microsoft.EntityFrameworkCore;

namespace CoreVia.Api.Seeding;

/// <summary>Adds trainers, what they sell and what they have posted. The same number gives the same id on every machine.</summary>
internal sealed class Seeder(CoreViaDb db, Passwords passwords, TimeProvider clock)
{
    const int RowsAtOnce = 500;

    /// <summary>Adds those rows that are not there yet, and counts them by table.</summary>
    public async Task<IReadOnlyList<(string Table, int Added, int There)>> AddMissingAsync(int products, CancellationToken ct)
    {
        // One hash for all: they have the same password, and hashing it twenty times would take seconds.
        var hash = passwords.Hash(SeededTrainer.Password);
        var now = clock.NaiveUtcNow();
        var trainers = Enumerable.Range(1, SeededTrainer.Count).Select(number => new SeededTrainer(number)).ToList();
        return
        [
            await AddAsync("users", trainers.Select(trainer => trainer.User(hash, now)), user => user.Id, ct),
            await AddAsync("user_settings", trainers.Select(trainer => trainer.Settings()), settings => settings.Id, ct),
            await AddAsync("marketplace_products", Products(products, now), product => product.Id, ct),
            await AddAsync("posts", trainers.SelectMany(trainer => trainer.Posts(now)), post => post.Id, ct),
        ];
    }

    static IEnumerable<Product> Products(int count, DateTime now) => Enumerable.Range(1, count)
        .Select(number => new SeededTrainer(((number - 1) % SeededTrainer.Count) + 1).Product(number, now));

    async Task<(string Table, int Added, int There)> AddAsync<TRow>(
        string table,
        IEnumerable<TRow> rows,
        Func<TRow, string> idOf,
        CancellationToken ct)
        where TRow : class
    {
        var added = 0;
        foreach (var some in rows.Chunk(RowsAtOnce))
        {
            var ids = Array.ConvertAll(some, row => idOf(row));
            var there = await db.Set<TRow>()
                .Select(row => EF.Property<string>(row, nameof(User.Id)))
                .Where(id => ids.Contains(id))
                .ToHashSetAsync(StringComparer.Ordinal, ct);
            db.AddRange(some.Where(row => !there.Contains(idOf(row))));
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            added += some.Length - there.Count;
        }

        return (table, added, await db.Set<TRow>().CountAsync(ct));
    }
}
