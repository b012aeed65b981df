using CoreVia.Api.Data;

namespace CoreVia.Api.Auth;

/// <summary>The user of a request that only trainers may make.</summary>
internal sealed class CurrentTrainer(CurrentUser caller) : IRefusable
{
    public IResult? Refusal { get; } = caller.Refusal
        ?? (caller.User.UserType == UserType.Trainer ? null : Errors.Detail(StatusCodes.Status403Forbidden, "Only trainers can do this."));

    public User User => caller.User;

    /// <summary>Called by the framework to make the parameter of a handler.</summary>
    public static async ValueTask<CurrentTrainer?> BindAsync(HttpContext context) =>
        await CurrentUser.BindAsync(context) is { } caller ? new CurrentTrainer(caller) : null;
}
