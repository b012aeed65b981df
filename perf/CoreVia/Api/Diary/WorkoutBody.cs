using CoreVia.Api.Data;

namespace CoreVia.Api.Diary;

/// <summary>A workout as its user sees it.</summary>
internal sealed record WorkoutBody(
    string Id,
    string UserId,
    string Title,
    string Category,
    int Duration,
    int? CaloriesBurned,
    string? Notes,
    DateTime Date,
    bool IsCompleted,
    double? Latitude,
    double? Longitude,
    string? RouteData,
    double? DistanceKm,
    DateTime CreatedAt)
{
    public static WorkoutBody Of(Workout workout) => new(
        workout.Id,
        workout.UserId,
        workout.Title,
        Words<WorkoutCategory>.Of(workout.Category),
        workout.Duration,
        workout.CaloriesBurned,
        workout.Notes,
        workout.Date,
        workout.IsCompleted,
        workout.Latitude,
        workout.Longitude,
        workout.RouteData,
        workout.DistanceKm,
        workout.CreatedAt);
}
