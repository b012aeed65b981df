namespace CoreVia.Api.Analytics;

/// <summary>A day's workouts: those completed, and the minutes and calories of all.</summary>
internal sealed record WorkoutPoint(DateOnly Date, int WorkoutsCount, int Minutes, int Calories);
