using System.Text.Json;
using CoreVia.Api.Data;

namespace CoreVia.Api.Tests;

public sealed class ShowingTheDashboard(SharedServer shared)
{
    [Fact]
    public async Task Has_all_that_the_contract_lists_and_zeros_for_a_new_user()
    {
        await using var server = await StartAsync();
        var today = DateOnly.FromDateTime(server.Clock.NaiveUtcNow());

        var reply = await (await server.ClientAsync()).GetAsync("/api/v1/analytics/dashboard");

        reply.Status.ShouldBe(200);
        reply.Names.ShouldBe(
        [
            "current_week", "weight_trend", "workout_trend", "nutrition_trend", "total_workouts_30d", "total_minutes_30d",
            "total_calories_burned_30d", "avg_daily_calories", "workout_streak_days",
        ]);
        reply.Json.GetProperty("current_week").EnumerateObject().Select(property => property.Name).ShouldBe(
        [
            "week_start", "week_end", "workouts_completed", "total_workout_minutes", "calories_burned", "calories_consumed", "distance_km",
            "avg_daily_calories_burned", "avg_daily_calories_consumed", "weight_change_kg", "workout_consistency_percent",
        ]);
        Week(reply, "week_start").ShouldBe(today.AddDays(-6).ToString("yyyy-MM-dd"));
        Week(reply, "week_end").ShouldBe(today.ToString("yyyy-MM-dd"));
        reply["weight_trend"].ShouldBe("[]");
        Days(reply, "workout_trend").ShouldBe(Enumerable.Range(-30, 30).Select(day => today.AddDays(day).ToString("yyyy-MM-dd")));
        Days(reply, "nutrition_trend").ShouldBe(Days(reply, "workout_trend"));
        reply.Json.GetProperty("workout_trend")[0].EnumerateObject().Select(property => property.Name)
            .ShouldBe(["date", "workouts_count", "minutes", "calories"]);
        reply.Json.GetProperty("nutrition_trend")[0].EnumerateObject().Select(property => property.Name)
            .ShouldBe(["date", "calories", "protein", "carbs", "fats"]);
        reply["workout_streak_days"].ShouldBe("0");
    }

    [Fact]
    public async Task Sums_up_what_was_done_and_eaten()
    {
        await using var server = await StartAsync();
        var user = await server.ClientAsync();
        var now = server.Clock.NaiveUtcNow();
        await TrainAsync(user, now, minutes: 30, calories: 100, kilometres: 1.25);
        await TrainAsync(user, now, minutes: 10, calories: 40, kilometres: 0.5, completed: false);
        await TrainAsync(user, now.AddDays(-1), minutes: 20, calories: 70);
        await TrainAsync(user, now.AddDays(-3), minutes: 5);
        await TrainAsync(user, now.AddDays(-30), minutes: 60);
        await TrainAsync(user, now.AddDays(-31), minutes: 1000);
        await EatAsync(user, now, 700, 10.1);
        await EatAsync(user, now.AddDays(-1), 300, 20.2);
        await EatAsync(user, now.AddDays(-1), 300, 0.1);
        await EatAsync(user, now.AddDays(-30), 900, 1);
        await server.AddAsync(Weight(user, now.AddDays(-40), 90), Weight(user, now.AddDays(-20), 82.5), Weight(user, now.AddDays(-2), 81.2));

        var reply = await user.GetAsync("/api/v1/analytics/dashboard");

        (Week(reply, "workouts_completed"), Week(reply, "total_workout_minutes"), Week(reply, "calories_burned")).ShouldBe(("3", "65", "210"));
        (Week(reply, "calories_consumed"), Week(reply, "distance_km")).ShouldBe(("1300", "1.75"));
        (Week(reply, "avg_daily_calories_burned"), Week(reply, "avg_daily_calories_consumed")).ShouldBe(("30", "185"));
        (Week(reply, "weight_change_kg"), Week(reply, "workout_consistency_percent")).ShouldBe(("", "42"));
        reply["weight_trend"].ShouldBe(
            $$"""
            [{"date":"{{now.AddDays(-20):yyyy-MM-dd}}","value":82.5,"change_from_previous":null},
            {"date":"{{now.AddDays(-2):yyyy-MM-dd}}","value":81.2,"change_from_previous":-1.3}]
            """.ReplaceLineEndings(""));
        reply.Json.GetProperty("workout_trend")[29].ToString()
            .ShouldBe($$"""{"date":"{{now.AddDays(-1):yyyy-MM-dd}}","workouts_count":1,"minutes":20,"calories":70}""");
        reply.Json.GetProperty("nutrition_trend")[29].ToString()
            .ShouldBe($$"""{"date":"{{now.AddDays(-1):yyyy-MM-dd}}","calories":600,"protein":20.3,"carbs":0,"fats":0}""");
        (reply["total_workouts_30d"], reply["total_minutes_30d"], reply["total_calories_burned_30d"]).ShouldBe(("3", "85", "70"));
        (reply["avg_daily_calories"], reply["workout_streak_days"]).ShouldBe(("50", "2"));
    }

    [Fact]
    public async Task Counts_a_streak_of_thirty_days_at_most()
    {
        await using var server = await StartAsync();
        var user = await server.ClientAsync();
        await server.AddAsync([.. Enumerable.Range(0, 40).Select(day => new Workout
        {
            Id = Guid.NewGuid().ToString(),
            UserId = user.Id!,
            Title = "Run",
            Category = WorkoutCategory.Cardio,
            Duration = 1,
            IsCompleted = true,
            Date = server.Clock.NaiveUtcNow().AddDays(-day),
            CreatedAt = server.Clock.NaiveUtcNow(),
        })]);

        (await user.GetAsync("/api/v1/analytics/dashboard"))["workout_streak_days"].ShouldBe("30");
    }

    async Task<CoreViaServer> StartAsync()
    {
        var server = await CoreViaServer.StartAsync(shared.Store);
        server.MoveToNoon();
        return server;
    }

    static async Task TrainAsync(
        Caller user,
        DateTime date,
        int minutes,
        int? calories = null,
        double? kilometres = null,
        bool completed = true) =>
        (await user.PostAsync(
            "/api/v1/workouts",
            new { title = "Run", duration = minutes, calories_burned = calories, distance_km = kilometres, is_completed = completed, date }))
            .Status.ShouldBe(201);

    static async Task EatAsync(Caller user, DateTime date, int calories, double protein) =>
        (await user.PostAsync("/api/v1/food", new { name = "Soup", meal_type = "lunch", calories, protein, date })).Status.ShouldBe(201);

    static BodyMeasurement Weight(Caller user, DateTime date, double kilograms) => new()
    {
        Id = Guid.NewGuid().ToString(),
        UserId = user.Id!,
        MeasuredAt = DateOnly.FromDateTime(date),
        WeightKg = kilograms,
        CreatedAt = date,
    };

    static string Week(Reply reply, string name) => reply.Json.GetProperty("current_week").GetProperty(name).ToString();

    static IEnumerable<string?> Days(Reply reply, string trend) =>
        reply.Json.GetProperty(trend).EnumerateArray().Select(point => point.GetProperty("date").GetString());
}
