using Zenzefi.Api.Data;
using Zenzefi.Api.Http;
using Zenzefi.Api.Metrics;
using Zenzefi.Api.Settings;

namespace Zenzefi.Api.Auth;

internal static class AuthEndpoints
{
    public static void MapAuth(this IEndpointRouteBuilder api)
    {
        var auth = api.MapGroup("/auth");
        auth.MapPost("/register", RegisterAsync);
        auth.MapPost("/login", LogInAsync);
    }

    static async Task<IResult> RegisterAsync(
        AnonymousCaller caller,
        Input<RegisterInput> input,
        string? @ref,
        Registration registration,
        ZenzefiSettings settings,
        CancellationToken ct)
    {
        var (user, problem) = await registration.OpenAsync(input.Value, @ref, ct);
        return user is null
            ? Errors.Detail(StatusCodes.Status400BadRequest, problem!)
            : TypedResults.Json(UserBody.Of(user), statusCode: settings.CreatedStatus);
    }

    static async Task<IResult> LogInAsync(
        AnonymousCaller caller,
        Input<LoginInput> input,
        ZenzefiDb db,
        Queries queries,
        Passwords passwords,
        BearerTokens tokens,
        ServerMetrics metrics,
        CancellationToken ct)
    {
        var user = await queries.UserByEmail(db, input.Value.Email, ct);
        var welcome = user is not null && passwords.Matches(user.HashedPassword, input.Value.Password) && user.IsActive;
        metrics.AuthAttempts.Add(welcome ? "success" : "failure");

        // One answer for every reason: which addresses have an account is nobody's business.
        return welcome
            ? TypedResults.Json(new LoginBody(tokens.Issue(user!.Id, ("username", user.Username)), "bearer", (int)tokens.Lifetime.TotalSeconds))
            : Errors.Detail(StatusCodes.Status401Unauthorized, "The e-mail address or the password is wrong.");
    }
}
