namespace CoreVia.Api.Data;

/// <summary>Which meal of the day food belongs to.</summary>
internal enum MealType
{
    Breakfast,
    Lunch,
    Dinner,
    Snack,
}
