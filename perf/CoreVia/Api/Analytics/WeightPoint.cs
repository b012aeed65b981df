namespace CoreVia.Api.Analytics;

/// <summary>A measured weight in kilograms, and how far it is from the one before.</summary>
internal sealed record WeightPoint(DateOnly Date, double Value, double? ChangeFromPrevious);
