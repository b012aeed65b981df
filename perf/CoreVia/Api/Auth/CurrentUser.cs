using CoreVia.Api.Data;
using Microsoft.EntityFrameworkCore;

namespace CoreVia.Api.Auth;

/// <summary>The user behind the bearer token of a request, loaded afresh for every request.</summary>
internal sealed class CurrentUser : IRefusable
{
    const string Scheme = "Bearer ";

    readonly User? user;

    CurrentUser(User user) => this.user = user;

    CurrentUser(string refusal) => Refusal = Errors.Unauthorized(refusal);

    public IResult? Refusal { get; }

    public string Id => User.Id;

    public User User => user ?? throw new InvalidOperationException("A refused request has no user.");

    /// <summary>Called by the framework to make the parameter of a handler.</summary>
    public static async ValueTask<CurrentUser?> BindAsync(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return new CurrentUser("Not authenticated");
        }

        var services = context.RequestServices;
        if (await services.GetRequiredService<SessionTokens>().ReadAsync(header[Scheme.Length..].Trim()) is not { } guid)
        {
            return new CurrentUser("The bearer token is not valid, or it has expired.");
        }

        var id = guid.ToString();
        var db = services.GetRequiredService<CoreViaDb>();
        return await db.Users.SingleOrDefaultAsync(u => u.Id == id, context.RequestAborted) is { IsActive: true } user
            ? new CurrentUser(user)
            : new CurrentUser("The user of this bearer token no longer exists, or is deactivated.");
    }
}
