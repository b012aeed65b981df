using Microsoft.AspNetCore.Http.HttpResults;

namespace ReferenceSystem.Http;

/// <summary>The answers that say no, in the shapes of the contract.</summary>
internal static class Errors
{
    public static JsonHttpResult<DetailBody> Detail(int status, string detail) =>
        TypedResults.Json(new DetailBody(detail), statusCode: status);

    public static JsonHttpResult<InvalidBody> Invalid(IReadOnlyList<FieldProblem> problems) =>
        TypedResults.Json(new InvalidBody(problems), statusCode: StatusCodes.Status422UnprocessableEntity);

    public static IResult Unauthorized(string detail) => new ChallengeResult(Detail(StatusCodes.Status401Unauthorized, detail));

    public static ContentHttpResult Unhandled() => TypedResults.Text(
        "Internal Server Error",
        "text/plain; charset=utf-8",
        statusCode: StatusCodes.Status500InternalServerError);
}
