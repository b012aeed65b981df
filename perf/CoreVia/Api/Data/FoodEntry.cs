using System.ComponentModel.DataAnnotations;

namespace CoreVia.Api.Data;

/// <summary>Something a user has eaten.</summary>
internal sealed class FoodEntry
{
    public const int LongestName = 200;
    public const int LongestNotes = 1000;

    public required string Id { get; init; }
    public required string UserId { get; init; }

    [MaxLength(LongestName)]
    public required string Name { get; init; }

    public required int Calories { get; init; }

    /// <summary>In grams, like the two below.</summary>
    public double? Protein { get; init; }

    public double? Carbs { get; init; }
    public double? Fats { get; init; }
    public required MealType MealType { get; init; }

    /// <summary>When it was eaten (UTC, without saying so).</summary>
    public required DateTime Date { get; init; }

    [MaxLength(LongestNotes)]
    public string? Notes { get; init; }

    public bool HasImage { get; init; }

    [MaxLength(500)]
    public string? ImageUrl { get; init; }

    public required DateTime CreatedAt { get; init; }
    public bool AiAnalyzed { get; init; }

    /// <summary>From 0 to 1.</summary>
    public double? AiConfidence { get; init; }
}
