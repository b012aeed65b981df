using Zenzefi.Api.Data;
using Zenzefi.Api.Http;
using Zenzefi.Api.Limits;

namespace Zenzefi.Api.Auth;

/// <summary>The user behind the bearer token of a request, loaded afresh for every request.</summary>
internal sealed class CurrentUser : IRefusable, ILimited
{
    const string Scheme = "Bearer ";

    readonly User? user;

    CurrentUser(User user) => this.user = user;

    CurrentUser(IResult refusal) => Refusal = refusal;

    public IResult? Refusal { get; }

    public Guid Id => User.Id;

    public User User => user ?? throw new InvalidOperationException("A refused request has no user.");

    public (LimitClass Class, string Identity)? Limited => user is null ? null : (LimitClass.Api, user.Id.ToString());

    /// <summary>Called by the framework to make the parameter of a handler.</summary>
    public static async ValueTask<CurrentUser?> BindAsync(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return new CurrentUser(Errors.Detail(StatusCodes.Status403Forbidden, "Not authenticated"));
        }

        var services = context.RequestServices;
        var tokens = services.GetRequiredService<BearerTokens>();
        if (await tokens.ReadAsync(header[Scheme.Length..].Trim()) is not { } id)
        {
            return new CurrentUser(Errors.Unauthorized("The bearer token is not valid, or it has expired."));
        }

        var db = services.GetRequiredService<ZenzefiDb>();
        return await services.GetRequiredService<Queries>().UserById(db, id, context.RequestAborted) switch
        {
            null => new CurrentUser(Errors.Unauthorized("The user of this bearer token no longer exists.")),
            { IsActive: false } => new CurrentUser(Errors.Detail(StatusCodes.Status403Forbidden, "This account is deactivated.")),
            var user => new CurrentUser(user),
        };
    }
}
