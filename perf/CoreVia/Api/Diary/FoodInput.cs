using CoreVia.Api.Data;
using CoreVia.Api.Http;

namespace CoreVia.Api.Diary;

/// <summary>Something eaten, to note down.</summary>
internal sealed record FoodInput(
    string Name,
    int Calories,
    double? Protein,
    double? Carbs,
    double? Fats,
    MealType MealType,
    DateTime? Date,
    string? Notes,
    bool AiAnalyzed,
    double? AiConfidence) : IBody<FoodInput>
{
    const double MostGrams = 1_000;

    public static FoodInput Read(BodyFields fields) => new(
        fields.Text("name", least: 1, most: FoodEntry.LongestName),
        fields.Integer("calories", least: 0, most: 10_000),
        fields.OptionalNumber("protein", least: 0, most: MostGrams),
        fields.OptionalNumber("carbs", least: 0, most: MostGrams),
        fields.OptionalNumber("fats", least: 0, most: MostGrams),
        Words<MealType>.Parse(fields.Choice("meal_type", Words<MealType>.All)),
        fields.OptionalTimestamp("date"),
        fields.OptionalText("notes", most: FoodEntry.LongestNotes),
        fields.Flag("ai_analyzed", fallback: false),
        fields.OptionalNumber("ai_confidence", least: 0, most: 1));

    public FoodEntry ToRow(string id, string user, DateTime now) => new()
    {
        Id = id,
        UserId = user,
        Name = Name,
        Calories = Calories,
        Protein = Protein,
        Carbs = Carbs,
        Fats = Fats,
        MealType = MealType,
        Date = Date ?? now,
        Notes = Notes,
        CreatedAt = now,
        AiAnalyzed = AiAnalyzed,
        AiConfidence = AiConfidence,
    };
}
