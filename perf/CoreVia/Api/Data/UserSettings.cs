using System.ComponentModel.DataAnnotations;

namespace CoreVia.Api.Data;

/// <summary>What a user wants to be told. Written when the account is opened; nothing on this surface reads it.</summary>
internal sealed class UserSettings
{
    public required string Id { get; init; }
    public required string UserId { get; init; }
    public bool NotificationsEnabled { get; init; } = true;
    public bool WorkoutReminders { get; init; } = true;
    public bool MealReminders { get; init; } = true;
    public bool WeeklyReports { get; init; } = true;

    [MaxLength(10)]
    public string Language { get; init; } = "az";

    public bool DarkMode { get; init; }
}
