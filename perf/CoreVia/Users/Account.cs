using PerfGate.Load;

namespace CoreVia.Users;

/// <summary>
/// One of a limited number of accounts, so that several users may share one, and a second run finds them there: registering
/// makes the account or logs in to it.
/// </summary>
internal static class Account
{
    const string Password = "LoadTest123!";

    /// <summary>Opens one of 10,000 students' accounts and leaves its bearer token in the user's default headers.</summary>
    public static async Task OpenStudent(UserContext user)
    {
        var number = user.Random.Whole(1, 10_000);
        var email = $"loadtest_user{number}@test.com";
        var status = await SignIn(
            user, Endpoints.Register, new { email, password = Password, full_name = $"Load Test User {number}", user_type = "student" });
        if (status is 200 or 201) return;
        if (status == 409)
        {
            await SignIn(user, Endpoints.LogIn, new { email, password = Password, user_type = "student" });
            return;
        }

        // What people ran by hand did this too. It costs a request, and its answer was never used.
        using var ignored = await user.Http.Send(
            Endpoints.LogInInstead, r => r.Json(new { email = "student@test.com", password = "Password123!", user_type = "student" }));
    }

    /// <summary>Opens one of 100 trainers' accounts and leaves its bearer token in the user's default headers.</summary>
    public static async Task OpenTrainer(UserContext user)
    {
        var number = user.Random.Whole(1, 100);
        var email = $"loadtest_trainer{number}@test.com";
        var status = await SignIn(
            user, Endpoints.RegisterTrainer, new { email, password = Password, full_name = $"Load Test Trainer {number}", user_type = "trainer" });
        if (status is not (200 or 201))
            await SignIn(user, Endpoints.LogInInstead, new { email, password = Password, user_type = "trainer" });
    }

    /// <returns>The status. A user without a token goes on: a system that refuses it shows it in every endpoint.</returns>
    static async Task<int> SignIn<TBody>(UserContext user, Endpoint endpoint, TBody body)
    {
        using var reply = await user.Http.Send(endpoint, r => r.Json(body));
        if (reply.Status is 200 or 201) user.Http.Headers["Authorization"] = $"Bearer {reply.Json<SignedIn>().AccessToken}";
        return reply.Status;
    }
}
