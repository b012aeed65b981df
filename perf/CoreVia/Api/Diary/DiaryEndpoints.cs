using CoreVia.Api.Auth;
using CoreVia.Api.Http;

namespace CoreVia.Api.Diary;

internal static class DiaryEndpoints
{
    /// <remarks>Routes match with and without a slash at the end, in which the load suite and the modelled system differ.</remarks>
    public static void MapDiary(this IEndpointRouteBuilder api)
    {
        api.MapPost("/workouts", TrainAsync);
        api.MapPost("/food", EatAsync);
    }

    static async Task<IResult> TrainAsync(CurrentUser user, Body<WorkoutInput> input, Diaries diaries, CancellationToken ct) =>
        TypedResults.Json(
            WorkoutBody.Of(await diaries.AddAsync(input.Value.ToRow, user.Id, ct)),
            statusCode: StatusCodes.Status201Created);

    static async Task<IResult> EatAsync(CurrentUser user, Body<FoodInput> input, Diaries diaries, CancellationToken ct) =>
        TypedResults.Json(
            FoodBody.Of(await diaries.AddAsync(input.Value.ToRow, user.Id, ct)),
            statusCode: StatusCodes.Status201Created);
}
