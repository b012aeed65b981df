using PerfGate.Load;

namespace Zenzefi.Users;

/// <summary>A new account: registered, logged in and topped up, each step under its own name in the statistics.</summary>
internal sealed class Account
{
    static readonly Endpoint Register = Endpoint.Post("/api/v1/auth/register");
    static readonly Endpoint LogIn = Endpoint.Post("/api/v1/auth/login");
    static readonly Endpoint TopUp = Endpoint.Post("/api/v1/currency/mock-purchase");

    const string Password = "LoadTest123!";

    /// <summary>Opens an account and leaves its bearer token in the user's default headers.</summary>
    /// <remarks>No step waits for the success of the one before: a system that refuses them shows it in each.</remarks>
    public static async Task Open(UserContext user)
    {
        var name = $"loadtest_{user.Random.NextInt64():x16}";
        var email = $"{name}@loadtest.local";

        using (var registered = await user.Http.Send(
                   Register, r => r.Json(new { email, username = name, password = Password, full_name = $"Load Test User {name}" })))
            registered.ExpectStatus(200);

        using (var loggedIn = await user.Http.Send(LogIn, r => r.Json(new { email, password = Password })))
            if (loggedIn.ExpectStatus(200))
                user.Http.Headers["Authorization"] = $"Bearer {loggedIn.Json<LoggedIn>().AccessToken}";

        await Deposit(user);
    }

    /// <summary>Adds 500 ZNC to the balance.</summary>
    public static async Task Deposit(UserContext user)
    {
        using var reply = await user.Http.Send(TopUp, r => r.Json(new { amount = 500 }));
        reply.ExpectStatus(200);
    }
}
