namespace CoreVia.Api.Analytics;

/// <summary>A day's food: calories, and grams of the rest.</summary>
internal sealed record NutritionPoint(DateOnly Date, int Calories, double Protein, double Carbs, double Fats);
