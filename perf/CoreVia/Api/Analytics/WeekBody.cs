namespace CoreVia.Api.Analytics;

/// <summary>A user's last seven days, today among them.</summary>
internal sealed record WeekBody(
    DateOnly WeekStart,
    DateOnly WeekEnd,
    int WorkoutsCompleted,
    int TotalWorkoutMinutes,
    int CaloriesBurned,
    int CaloriesConsumed,
    double DistanceKm,
    int AvgDailyCaloriesBurned,
    int AvgDailyCaloriesConsumed,
    double? WeightChangeKg,
    int WorkoutConsistencyPercent)
{
    const int Length = 7;

    public static WeekBody Of(List<Day> days)
    {
        var completed = days.Sum(day => day.Workouts.Completed);
        var burned = days.Sum(day => day.Workouts.Calories);
        var consumed = days.Sum(day => day.Food.Calories);
        return new WeekBody(
            days[0].Date,
            days[^1].Date,
            completed,
            days.Sum(day => day.Workouts.Minutes),
            burned,
            consumed,
            Math.Round(days.Sum(day => day.Workouts.DistanceKm), 2),
            burned / Length,
            consumed / Length,

            // The modelled system never fills it in.
            WeightChangeKg: null,
            completed * 100 / Length);
    }
}
