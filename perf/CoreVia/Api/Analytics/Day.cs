namespace CoreVia.Api.Analytics;

/// <summary>What a user did and ate on a day (UTC).</summary>
internal sealed record Day(DateOnly Date, WorkoutSums Workouts, FoodSums Food);
