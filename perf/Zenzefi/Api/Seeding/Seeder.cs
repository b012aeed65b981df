using Microsoft.EntityFrameworkCore;
using Zenzefi.Api.Auth;
using Zenzefi.Api.Data;
using Zenzefi.Api.Settings;

namespace Zenzefi.Api.Seeding;

/// <summary>Adds users who have paid in and bought tokens. Each is written together with all that is theirs, or not at all.</summary>
internal sealed class Seeder(ZenzefiDb db, TokenPrices prices, Passwords passwords, TimeProvider clock)
{
    const int UsersAtOnce = 500;

    /// <summary>Adds those of the first so many seeded users who are not there yet.</summary>
    public async Task AddMissingAsync(int users, CancellationToken ct)
    {
        var there = await db.Users
            .Where(u => u.Username.StartsWith(SeededUser.NamePrefix))
            .Select(u => u.Username)
            .ToHashSetAsync(StringComparer.Ordinal, ct);

        // One hash for all: they have the same password, and hashing it a thousand times would take minutes.
        var hash = passwords.Hash(SeededUser.Password);
        foreach (var some in Enumerable.Range(1, users)
            .Select(number => new SeededUser(number))
            .Where(user => !there.Contains(user.Name))
            .Chunk(UsersAtOnce))
        {
            db.AddRange(some.SelectMany(user => user.Rows(hash, prices, clock.NaiveUtcNow())));
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }
}
