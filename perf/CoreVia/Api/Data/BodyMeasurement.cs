using System.ComponentModel.DataAnnotations;

namespace CoreVia.Api.Data;

/// <summary>A user's body on a day. Nothing on this surface writes one, but the dashboard asks for them.</summary>
internal sealed class BodyMeasurement
{
    public required string Id { get; init; }
    public required string UserId { get; init; }
    public required DateOnly MeasuredAt { get; init; }
    public required double WeightKg { get; init; }
    public double? BodyFatPercent { get; init; }
    public double? MuscleMassKg { get; init; }
    public double? ChestCm { get; init; }
    public double? WaistCm { get; init; }
    public double? HipsCm { get; init; }
    public double? ArmsCm { get; init; }
    public double? LegsCm { get; init; }

    [MaxLength(500)]
    public string? Notes { get; init; }

    public required DateTime CreatedAt { get; init; }
}
