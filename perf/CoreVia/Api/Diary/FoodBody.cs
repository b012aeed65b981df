using CoreVia.Api.Data;

namespace CoreVia.Api.Diary;

/// <summary>A food entry as its user sees it.</summary>
internal sealed record FoodBody(
    string Id,
    string UserId,
    string Name,
    int Calories,
    double? Protein,
    double? Carbs,
    double? Fats,
    string MealType,
    DateTime Date,
    string? Notes,
    bool HasImage,
    string? ImageUrl,
    bool AiAnalyzed,
    double? AiConfidence,
    DateTime CreatedAt)
{
    public static FoodBody Of(FoodEntry food) => new(
        food.Id,
        food.UserId,
        food.Name,
        food.Calories,
        food.Protein,
        food.Carbs,
        food.Fats,
        Words<MealType>.Of(food.MealType),
        food.Date,
        food.Notes,
        food.HasImage,
        food.ImageUrl,
        food.AiAnalyzed,
        food.AiConfidence,
        food.CreatedAt);
}
