using Microsoft.AspNetCore.Http.HttpResults;

namespace ReferenceSystem.Http;

/// <summary>A 401 that names the scheme by which to come back.</summary>
internal sealed class ChallengeResult(JsonHttpResult<DetailBody> body) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => body.StatusCode;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.WWWAuthenticate = "Bearer";
        return body.ExecuteAsync(httpContext);
    }
}
