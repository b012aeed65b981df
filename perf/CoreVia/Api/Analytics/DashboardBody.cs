using System.Text.Json.Serialization;

namespace CoreVia.Api.Analytics;

/// <summary>A user's last thirty days.</summary>
internal sealed record DashboardBody(
    WeekBody CurrentWeek,
    IReadOnlyList<WeightPoint> WeightTrend,
    IReadOnlyList<WorkoutPoint> WorkoutTrend,
    IReadOnlyList<NutritionPoint> NutritionTrend,
    [property: JsonPropertyName("total_workouts_30d")] int TotalWorkouts,
    [property: JsonPropertyName("total_minutes_30d")] int TotalMinutes,
    [property: JsonPropertyName("total_calories_burned_30d")] int TotalCaloriesBurned,
    int AvgDailyCalories,
    int WorkoutStreakDays);
