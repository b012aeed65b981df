using CoreVia.Api.Auth;

namespace CoreVia.Api.Users;

internal static class UserEndpoints
{
    public static void MapUsers(this IEndpointRouteBuilder api) =>
        api.MapGet("/users/profile", (CurrentUser user) => TypedResults.Json(ProfileBody.Of(user.User)));
}
