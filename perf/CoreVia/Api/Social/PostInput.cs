using CoreVia.Api.Data;
using CoreVia.Api.Http;

namespace CoreVia.Api.Social;

/// <summary>What to tell the others.</summary>
internal sealed record PostInput(string PostType, string? Content, string? WorkoutId, string? FoodEntryId, bool IsPublic)
    : IBody<PostInput>
{
    public static PostInput Read(BodyFields fields) => new(
        fields.Text("post_type", most: Post.LongestType),
        fields.OptionalText("content"),
        fields.OptionalText("workout_id"),
        fields.OptionalText("food_entry_id"),
        fields.Flag("is_public", fallback: true));
}
