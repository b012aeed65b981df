namespace CoreVia.Api.Analytics;

/// <summary>A day's food.</summary>
/// <param name="Day">Midnight, with which it begins.</param>
/// <param name="Calories">Eaten.</param>
/// <param name="Protein">In grams, like the two that follow.</param>
/// <param name="Carbs">In grams.</param>
/// <param name="Fats">In grams.</param>
internal sealed record FoodSums(DateTime Day, int Calories, double Protein, double Carbs, double Fats)
{
    public static FoodSums None { get; } = new(default, 0, 0, 0, 0);
}
