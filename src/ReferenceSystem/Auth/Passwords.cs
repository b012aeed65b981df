using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ReferenceSystem.Settings;

namespace ReferenceSystem.Auth;

/// <summary>Passwords as salted PBKDF2 hashes (HMAC-SHA512), each of which carries its own number of iterations.</summary>
/// <param name="iterations">Rounds of PBKDF2 per password. Load runs lower it, so that they measure more than hashing.</param>
internal sealed class Passwords(int iterations)
{
    readonly PasswordHasher<object> hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = iterations }));

    public int Iterations => iterations;

    public static Passwords Read(SettingsReader settings) => new(settings.Integer("PASSWORD_ITERATIONS", 210_000, 1, 10_000_000));

    public string Hash(string password) => hasher.HashPassword(user: null!, password);

    public bool Matches(string hash, string password) =>
        hasher.VerifyHashedPassword(user: null!, hash, password) != PasswordVerificationResult.Failed;
}
