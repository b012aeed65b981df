using System.ComponentModel.DataAnnotations;

namespace CoreVia.Api.Data;

/// <summary>A workout, done or planned.</summary>
internal sealed class Workout
{
    public const int LongestTitle = 200;
    public const int LongestNotes = 1000;

    public required string Id { get; init; }
    public required string UserId { get; init; }

    [MaxLength(LongestTitle)]
    public required string Title { get; init; }

    public required WorkoutCategory Category { get; init; }

    /// <summary>In minutes.</summary>
    public required int Duration { get; init; }

    public int? CaloriesBurned { get; init; }

    [MaxLength(LongestNotes)]
    public string? Notes { get; init; }

    /// <summary>When it takes place (UTC, without saying so).</summary>
    public required DateTime Date { get; init; }

    public bool IsCompleted { get; init; }
    public required DateTime CreatedAt { get; init; }
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }
    public string? RouteData { get; init; }
    public double? DistanceKm { get; init; }
}
