namespace Zenzefi.Api.Limits;

/// <summary>Answers 429 to callers who are over their limit.</summary>
internal sealed class RateLimitFilter(IRateLimiter limiter) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (context.Arguments.OfType<ILimited>().FirstOrDefault()?.Limited is not { } caller
            || await limiter.TryEnterAsync(caller.Class, caller.Identity, context.HttpContext.RequestAborted) is not { } wait)
        {
            return await next(context);
        }

        var limit = Limit.Of(caller.Class);
        var seconds = (int)limit.Window.TotalSeconds;
        return TypedResults.Json(
            new LimitBody(new LimitDetail(
                "rate_limit_exceeded",
                $"More than {limit.Requests} requests within {seconds} seconds.",
                limit.Requests,
                seconds,
                (int)Math.Ceiling(wait.TotalSeconds))),
            statusCode: StatusCodes.Status429TooManyRequests);
    }
}
