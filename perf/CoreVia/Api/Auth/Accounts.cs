using CoreVia.Api.Data;
using Microsoft.EntityFrameworkCore;

namespace CoreVia.Api.Auth;

/// <summary>Opens and finds accounts.</summary>
internal sealed class Accounts(CoreViaDb db, WriterLane lane, Passwords passwords, TimeProvider clock)
{
    public Task<User?> FindAsync(string email, CancellationToken ct) => db.Users.SingleOrDefaultAsync(u => u.Email == email, ct);

    /// <summary>A new account, or the one that already has the address.</summary>
    public async Task<(User User, bool Opened)> OpenOrFindAsync(RegisterInput input, CancellationToken ct)
    {
        if (await FindAsync(input.Email, ct) is { } there)
        {
            return (there, false);
        }

        var now = clock.NaiveUtcNow();
        var user = new User
        {
            Id = clock.NewId(),
            Name = input.Name,
            Email = input.Email,
            HashedPassword = passwords.Hash(input.Password),
            UserType = input.UserType,
            CreatedAt = now,
            UpdatedAt = now,
        };
        try
        {
            await using var write = await lane.EnterAsync(db, ct);
            db.AddRange(user, new UserSettings { Id = clock.NewId(), UserId = user.Id });
            await db.SaveChangesAsync(ct);
            await write.CommitAsync(ct);
            return (user, true);
        }
        catch (DbUpdateException)
        {
            // Somebody may have taken the address between the question and the insert; if not, the failure is another one.
            if (await FindAsync(input.Email, ct) is { } quicker)
            {
                return (quicker, false);
            }

            throw;
        }
    }
}
