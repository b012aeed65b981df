namespace CoreVia.Api.Data;

/// <summary>What a workout trains.</summary>
internal enum WorkoutCategory
{
    Strength,
    Cardio,
    Flexibility,
    Endurance,
}
