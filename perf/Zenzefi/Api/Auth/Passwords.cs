using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Zenzefi.Api.Data;
using Zenzefi.Api.Settings;

namespace Zenzefi.Api.Auth;

/// <summary>Passwords as salted PBKDF2 hashes (HMAC-SHA512), each of which carries its own number of iterations.</summary>
internal sealed class Passwords(ZenzefiSettings settings)
{
    readonly PasswordHasher<User> hasher = new(
        Options.Create(new PasswordHasherOptions { IterationCount = settings.PasswordIterations }));

    public string Hash(string password) => hasher.HashPassword(user: null!, password);

    public bool Matches(User user, string password) =>
        hasher.VerifyHashedPassword(user, user.HashedPassword, password) != PasswordVerificationResult.Failed;
}
