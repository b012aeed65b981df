using CoreVia.Api.Data;
using Microsoft.EntityFrameworkCore;

namespace CoreVia.Api.Analytics;

/// <summary>Sums up what a user has done lately.</summary>
internal sealed class Dashboard(CoreViaDb db, FaultSwitches faults, TimeProvider clock)
{
    const int DaysOfWeek = 7;
    const int DaysOfTrend = 30;

    public async Task<DashboardBody> OfAsync(string user, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(clock.NaiveUtcNow());
        var dayOf = faults.NPlusOne ? OneByOne(user, ct) : await TogetherAsync(user, today, ct);

        var week = await DaysAsync(dayOf, today.AddDays(1 - DaysOfWeek), DaysOfWeek);
        var trained = await DaysAsync(dayOf, today.AddDays(-DaysOfTrend), DaysOfTrend);
        var eaten = await DaysAsync(dayOf, today.AddDays(-DaysOfTrend), DaysOfTrend);
        return new DashboardBody(
            WeekBody.Of(week),
            await WeightsAsync(user, today, ct),
            trained.ConvertAll(day => new WorkoutPoint(day.Date, day.Workouts.Completed, day.Workouts.Minutes, day.Workouts.Calories)),
            eaten.ConvertAll(day => new NutritionPoint(day.Date, day.Food.Calories, day.Food.Protein, day.Food.Carbs, day.Food.Fats)),
            trained.Sum(day => day.Workouts.Completed),
            trained.Sum(day => day.Workouts.Minutes),
            trained.Sum(day => day.Workouts.Calories),
            eaten.Sum(day => day.Food.Calories) / DaysOfTrend,
            await StreakAsync(dayOf, today));
    }

    /// <summary>All days that can be asked for, read in two queries.</summary>
    async Task<Func<DateOnly, Task<Day>>> TogetherAsync(string user, DateOnly today, CancellationToken ct)
    {
        var first = Midnight(today.AddDays(-DaysOfTrend));
        var end = Midnight(today.AddDays(1));
        var workouts = await Sums(db.Workouts.Where(w => w.UserId == user && w.Date >= first && w.Date < end))
            .ToDictionaryAsync(sums => sums.Day, ct);
        var food = await Sums(db.FoodEntries.Where(f => f.UserId == user && f.Date >= first && f.Date < end))
            .ToDictionaryAsync(sums => sums.Day, ct);
        return date => Task.FromResult(
            DayOf(date, workouts.GetValueOrDefault(Midnight(date)), food.GetValueOrDefault(Midnight(date))));
    }

    /// <summary>
    /// Each day by three queries of its own, whenever it is asked for; the measurement is read for nothing, as in the
    /// modelled system.
    /// </summary>
    Func<DateOnly, Task<Day>> OneByOne(string user, CancellationToken ct) => async date =>
    {
        var midnight = Midnight(date);
        var workouts = await Sums(db.Workouts.Where(w => w.UserId == user && w.Date.Date == midnight)).SingleOrDefaultAsync(ct);
        var food = await Sums(db.FoodEntries.Where(f => f.UserId == user && f.Date.Date == midnight)).SingleOrDefaultAsync(ct);
        _ = await db.BodyMeasurements
            .Where(m => m.UserId == user && m.MeasuredAt <= date)
            .OrderByDescending(m => m.MeasuredAt)
            .FirstOrDefaultAsync(ct);
        return DayOf(date, workouts, food);
    };

    // Fractions are rounded: a store adds them up in an order of its own, which shows in the last digits.
    static Day DayOf(DateOnly date, WorkoutSums? workouts, FoodSums? food)
    {
        workouts ??= WorkoutSums.None;
        food ??= FoodSums.None;
        return new Day(
            date,
            workouts with { DistanceKm = Math.Round(workouts.DistanceKm, 2) },
            food with { Protein = Math.Round(food.Protein, 2), Carbs = Math.Round(food.Carbs, 2), Fats = Math.Round(food.Fats, 2) });
    }

    static IQueryable<WorkoutSums> Sums(IQueryable<Workout> workouts) => workouts
        .GroupBy(w => w.Date.Date)
        .Select(day => new WorkoutSums(
            day.Key,
            day.Count(w => w.IsCompleted),
            day.Sum(w => w.Duration),
            day.Sum(w => w.CaloriesBurned ?? 0),
            day.Sum(w => w.DistanceKm ?? 0)));

    static IQueryable<FoodSums> Sums(IQueryable<FoodEntry> entries) => entries
        .GroupBy(f => f.Date.Date)
        .Select(day => new FoodSums(
            day.Key,
            day.Sum(f => f.Calories),
            day.Sum(f => f.Protein ?? 0),
            day.Sum(f => f.Carbs ?? 0),
            day.Sum(f => f.Fats ?? 0)));

    static async Task<List<Day>> DaysAsync(Func<DateOnly, Task<Day>> dayOf, DateOnly first, int count)
    {
        var days = new List<Day>(count);
        for (var i = 0; i < count; i++)
        {
            days.Add(await dayOf(first.AddDays(i)));
        }

        return days;
    }

    /// <summary>The days with a completed workout, counted back from today up to the first without.</summary>
    static async Task<int> StreakAsync(Func<DateOnly, Task<Day>> dayOf, DateOnly today)
    {
        var streak = 0;
        while (streak < DaysOfTrend && (await dayOf(today.AddDays(-streak))).Workouts.Completed > 0)
        {
            streak++;
        }

        return streak;
    }

    async Task<List<WeightPoint>> WeightsAsync(string user, DateOnly today, CancellationToken ct)
    {
        var first = today.AddDays(-DaysOfTrend);
        var weights = await db.BodyMeasurements
            .Where(m => m.UserId == user && m.MeasuredAt >= first)
            .OrderBy(m => m.MeasuredAt)
            .ThenBy(m => m.Id)
            .Select(m => new { m.MeasuredAt, m.WeightKg })
            .ToListAsync(ct);
        return
        [
            .. weights.Select((weight, i) => new WeightPoint(
                weight.MeasuredAt,
                weight.WeightKg,
                i == 0 ? null : Math.Round(weight.WeightKg - weights[i - 1].WeightKg, 2))),
        ];
    }

    static DateTime Midnight(DateOnly date) => date.ToDateTime(TimeOnly.MinValue);
}
