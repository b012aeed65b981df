using CoreVia.Api.Data;

namespace CoreVia.Api.Marketplace;

/// <summary>Who sells a product.</summary>
internal sealed record SellerBody(string Id, string Name, string? ProfileImageUrl, double? Rating)
{
    public static SellerBody Of(User user) => new(user.Id, user.Name, user.ProfileImageUrl, user.Rating);
}
