using CoreVia.Api.Data;
using CoreVia.Api.Http;

namespace CoreVia.Api.Auth;

internal static class AuthEndpoints
{
    public static void MapAuth(this IEndpointRouteBuilder api)
    {
        var auth = api.MapGroup("/auth");
        auth.MapPost("/register", RegisterAsync);
        auth.MapPost("/login", LogInAsync);
    }

    /// <summary>
    /// Opens an account, or logs in to the one that is there: the load suite draws its users at random, so that two of
    /// them may well be the same person.
    /// </summary>
    static async Task<IResult> RegisterAsync(
        Body<RegisterInput> input,
        Accounts accounts,
        Passwords passwords,
        SessionTokens tokens,
        CancellationToken ct)
    {
        var (user, opened) = await accounts.OpenOrFindAsync(input.Value, ct);
        return opened || passwords.Matches(user.HashedPassword, input.Value.Password)
            ? Welcome(user, tokens, opened ? StatusCodes.Status201Created : StatusCodes.Status200OK)
            : Errors.Detail(StatusCodes.Status400BadRequest, $"The e-mail address '{user.Email}' is already registered.");
    }

    static async Task<IResult> LogInAsync(
        Body<LoginInput> input,
        Accounts accounts,
        Passwords passwords,
        SessionTokens tokens,
        CancellationToken ct)
    {
        var (email, password, type) = input.Value;
        if (await accounts.FindAsync(email, ct) is not { } user || !passwords.Matches(user.HashedPassword, password))
        {
            // One answer for both reasons: which addresses have an account is nobody's business.
            return Errors.Unauthorized("The e-mail address or the password is wrong.");
        }

        return user.UserType == type
            ? Welcome(user, tokens, StatusCodes.Status200OK)
            : Errors.Detail(StatusCodes.Status403Forbidden, $"This account is not one of a {Words<UserType>.Of(type)}.");
    }

    static IResult Welcome(User user, SessionTokens tokens, int status) => user.IsActive
        ? TypedResults.Json(tokens.Open(user), statusCode: status)
        : Errors.Detail(StatusCodes.Status403Forbidden, "This account is deactivated.");
}
