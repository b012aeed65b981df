using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Zenzefi.Api.Data;

namespace Zenzefi.Api.Auth;

/// <summary>Opens accounts.</summary>
internal sealed class Registration(ZenzefiDb db, WriterLane lane, Passwords passwords, TimeProvider clock)
{
    const string CodeCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    const int CodeLength = 12;

    /// <summary>The new user, or the reason why there is none.</summary>
    public async Task<(User? User, string? Problem)> OpenAsync(RegisterInput input, string? referredBy, CancellationToken ct)
    {
        if (await TakenAsync(input, ct) is { } taken)
        {
            return (null, taken);
        }

        Guid? referrer = null;
        if (referredBy is not null)
        {
            referrer = IsCode(referredBy) ? await ReferrerAsync(referredBy, ct) : null;
            if (referrer is null)
            {
                return (null, $"No active user has the referral code '{referredBy}'.");
            }
        }

        var now = clock.NaiveUtcNow();
        var user = new User
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Email = input.Email,
            Username = input.Username,
            HashedPassword = passwords.Hash(input.Password),
            FullName = input.FullName,
            ReferralCode = await FreeCodeAsync(ct),
            ReferredById = referrer,
            CreatedAt = now,
            UpdatedAt = now,
        };
        try
        {
            await using var write = await lane.EnterAsync(db, ct);
            db.Add(user);
            await db.SaveChangesAsync(ct);
            await write.CommitAsync(ct);
            return (user, null);
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            // Somebody took the name between the question and the insert.
            return (null, await TakenAsync(input, ct) ?? "This account was opened by another request at the same time.");
        }
    }

    async Task<string?> TakenAsync(RegisterInput input, CancellationToken ct) =>
        await db.Users.AnyAsync(u => u.Email == input.Email, ct) ? $"The e-mail address '{input.Email}' is already registered."
        : await db.Users.AnyAsync(u => u.Username == input.Username, ct) ? $"The user name '{input.Username}' is already taken."
        : null;

    Task<Guid?> ReferrerAsync(string code, CancellationToken ct) => db.Users
        .Where(u => u.ReferralCode == code && u.IsActive)
        .Select(u => (Guid?)u.Id)
        .SingleOrDefaultAsync(ct);

    static bool IsCode(string text) => text.Length == CodeLength && text.All(CodeCharacters.Contains);

    async Task<string> FreeCodeAsync(CancellationToken ct)
    {
        // 36^12 codes: a second try is a curiosity, a tenth is a broken random source.
        for (var attempt = 0; attempt < 10; attempt++)
        {
            var code = RandomNumberGenerator.GetString(CodeCharacters, CodeLength);
            if (!await db.Users.AnyAsync(u => u.ReferralCode == code, ct))
            {
                return code;
            }
        }

        throw new InvalidOperationException("Ten random referral codes in a row were taken.");
    }
}
