using CoreVia.Api.Data;

namespace CoreVia.Api.Social;

/// <summary>Who wrote a post.</summary>
internal sealed record AuthorBody(string Id, string Name, string? ProfileImageUrl, string UserType)
{
    public static AuthorBody Of(User user) => new(user.Id, user.Name, user.ProfileImageUrl, Words<UserType>.Of(user.UserType));
}
