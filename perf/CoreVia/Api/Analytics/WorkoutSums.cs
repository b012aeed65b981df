namespace CoreVia.Api.Analytics;

/// <summary>A day's workouts.</summary>
/// <param name="Day">Midnight, with which it begins.</param>
/// <param name="Completed">Workouts that were completed. All others count in the rest all the same.</param>
/// <param name="Minutes">Their length.</param>
/// <param name="Calories">Burned.</param>
/// <param name="DistanceKm">Covered.</param>
internal sealed record WorkoutSums(DateTime Day, int Completed, int Minutes, int Calories, double DistanceKm)
{
    public static WorkoutSums None { get; } = new(default, 0, 0, 0, 0);
}
