namespace CoreVia.Api.Tests;

public sealed class KeepingADiary(SharedServer shared)
{
    [Theory]
    [InlineData("/api/v1/workouts")]
    [InlineData("/api/v1/workouts/")]
    public async Task Notes_a_workout_as_the_load_suite_sends_it(string path)
    {
        var user = await shared.Server.ClientAsync();

        var reply = await user.PostTextAsync(
            path,
            """{"name": "Workout 7", "date": "2026-02-05T10:00:00Z", "duration": 45, "exercises": [], "is_completed": true}""");

        reply.Status.ShouldBe(201);
        reply.Names.ShouldBe(
        [
            "id", "user_id", "title", "category", "duration", "calories_burned", "notes", "date", "is_completed", "latitude", "longitude",
            "route_data", "distance_km", "created_at",
        ]);
        (reply["title"], reply["category"], reply["duration"], reply["user_id"]).ShouldBe(("Workout 7", "strength", "45", user.Id));
        (reply["date"], reply["is_completed"]).ShouldBe(("2026-02-05T10:00:00.000000", "True"));
    }

    [Fact]
    public async Task Notes_everything_about_a_workout()
    {
        var reply = await (await shared.Server.ClientAsync()).PostTextAsync(
            "/api/v1/workouts",
            """
            {"title": "Run", "category": "cardio", "duration": 30, "calories_burned": 300, "notes": "Rain", "date": "2026-02-05T23:30:00.123456",
             "latitude": 40.4, "longitude": 49.9, "route_data": "[]", "distance_km": 5.25}
            """);

        reply.Status.ShouldBe(201);
        (reply["category"], reply["calories_burned"], reply["notes"], reply["date"]).ShouldBe(("cardio", "300", "Rain", "2026-02-05T23:30:00.123456"));
        (reply["latitude"], reply["longitude"], reply["route_data"], reply["distance_km"]).ShouldBe(("40.4", "49.9", "[]", "5.25"));
        reply["is_completed"].ShouldBe("False");
    }

    [Theory]
    [InlineData("/api/v1/food")]
    [InlineData("/api/v1/food/")]
    public async Task Notes_food_as_the_load_suite_sends_it(string path)
    {
        var user = await shared.Server.ClientAsync();

        var reply = await user.PostTextAsync(
            path,
            """
            {"name": "Meal 7", "date": "2026-02-05T12:00:00Z", "meal_type": "lunch", "calories": 500, "protein": 20.5, "carbs": 40.25, "fats": 10}
            """);

        reply.Status.ShouldBe(201);
        reply.Names.ShouldBe(
        [
            "id", "user_id", "name", "calories", "protein", "carbs", "fats", "meal_type", "date", "notes", "has_image", "image_url",
            "ai_analyzed", "ai_confidence", "created_at",
        ]);
        (reply["name"], reply["calories"], reply["protein"], reply["meal_type"]).ShouldBe(("Meal 7", "500", "20.5", "lunch"));
        (reply["date"], reply["has_image"], reply["ai_analyzed"]).ShouldBe(("2026-02-05T12:00:00.000000", "False", "False"));
    }

    [Theory]
    [InlineData("2026-02-05T12:00:00+04:00", "2026-02-05T08:00:00.000000")]
    [InlineData("2026-02-05T01:00:00.5+04:00", "2026-02-04T21:00:00.500000")]
    [InlineData("2026-02-05 12:00:00", "2026-02-05T12:00:00.000000")]
    [InlineData("2026-02-05", "2026-02-05T00:00:00.000000")]
    public async Task Turns_moments_into_UTC(string sent, string kept) =>
        (await (await shared.Server.ClientAsync()).PostAsync("/api/v1/workouts", new { title = "Run", duration = 1, date = sent }))["date"].ShouldBe(kept);

    [Theory]
    [InlineData("title", "\"\"", "string_too_short at body.title")]
    [InlineData("category", "\"chess\"", "enum at body.category")]
    [InlineData("duration", "0", "greater_than_equal at body.duration")]
    [InlineData("duration", "1.5", "int_from_float at body.duration")]
    [InlineData("calories_burned", "10001", "less_than_equal at body.calories_burned")]
    [InlineData("date", "\"yesterday\"", "datetime_parsing at body.date")]
    [InlineData("date", "7", "datetime_parsing at body.date")]
    [InlineData("latitude", "90.1", "less_than_equal at body.latitude")]
    [InlineData("longitude", "-180.1", "greater_than_equal at body.longitude")]
    [InlineData("distance_km", "true", "float_type at body.distance_km")]
    public async Task Refuses_a_workout_that_breaks_a_rule(string field, string value, string problem)
    {
        var fields = new Dictionary<string, string> { ["title"] = "\"Run\"", ["duration"] = "30", [field] = value };
        var body = $"{{{string.Join(',', fields.Select(pair => $"\"{pair.Key}\":{pair.Value}"))}}}";

        var reply = await (await shared.Server.ClientAsync()).PostTextAsync("/api/v1/workouts", body);

        reply.Status.ShouldBe(422, reply.Text);
        reply.Problems.ShouldBe([problem]);
    }

    [Fact]
    public async Task Tells_everything_that_is_missing()
    {
        var user = await shared.Server.ClientAsync();

        (await user.PostAsync("/api/v1/workouts", new { })).Problems.ShouldBe(["missing at body.title", "missing at body.duration"]);
        (await user.PostAsync("/api/v1/food", new { })).Problems
            .ShouldBe(["missing at body.name", "missing at body.calories", "missing at body.meal_type"], ignoreOrder: true);
    }

    [Fact]
    public async Task Takes_null_for_what_is_optional() =>
        (await (await shared.Server.ClientAsync()).PostTextAsync(
            "/api/v1/food",
            """{"name": "Soup", "calories": 0, "meal_type": "dinner", "protein": null, "date": null, "notes": null, "ai_confidence": null}"""))
            .Status.ShouldBe(201);
}
