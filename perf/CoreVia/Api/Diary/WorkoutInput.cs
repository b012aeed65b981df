using CoreVia.Api.Data;
using CoreVia.Api.Http;

namespace CoreVia.Api.Diary;

/// <summary>A workout to note down.</summary>
internal sealed record WorkoutInput(
    string Title,
    WorkoutCategory Category,
    int Duration,
    int? CaloriesBurned,
    string? Notes,
    DateTime? Date,
    bool IsCompleted,
    double? Latitude,
    double? Longitude,
    string? RouteData,
    double? DistanceKm) : IBody<WorkoutInput>
{
    const string DefaultCategory = "strength";

    /// <remarks>The load suite calls the title <c>name</c> and knows no categories.</remarks>
    public static WorkoutInput Read(BodyFields fields) => new(
        fields.Text(fields.Either("title", "name"), least: 1, most: Workout.LongestTitle),
        Words<WorkoutCategory>.Parse(fields.OptionalChoice("category", Words<WorkoutCategory>.All) ?? DefaultCategory),
        fields.Integer("duration", least: 1, most: 1_440),
        fields.OptionalInteger("calories_burned", least: 0, most: 10_000),
        fields.OptionalText("notes", most: Workout.LongestNotes),
        fields.OptionalTimestamp("date"),
        fields.Flag("is_completed", fallback: false),
        fields.OptionalNumber("latitude", least: -90, most: 90),
        fields.OptionalNumber("longitude", least: -180, most: 180),
        fields.OptionalText("route_data"),
        fields.OptionalNumber("distance_km", least: 0, most: 500));

    public Workout ToRow(string id, string user, DateTime now) => new()
    {
        Id = id,
        UserId = user,
        Title = Title,
        Category = Category,
        Duration = Duration,
        CaloriesBurned = CaloriesBurned,
        Notes = Notes,
        Date = Date ?? now,
        IsCompleted = IsCompleted,
        CreatedAt = now,
        Latitude = Latitude,
        Longitude = Longitude,
        RouteData = RouteData,
        DistanceKm = DistanceKm,
    };
}
