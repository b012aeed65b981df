using Microsoft.AspNetCore.WebUtilities;

namespace ReferenceSystem.Http;

internal static class ErrorHandling
{
    /// <summary>Gives every error a body: JSON with the reason where the client is at fault, plain text where we are.</summary>
    public static void UseErrorBodies(this WebApplication app)
    {
        app.Use(next => context => AnswerExceptionsAsync(next, context, app.Logger));
        app.UseStatusCodePages(pages => Errors.Detail(
            pages.HttpContext.Response.StatusCode,
            ReasonPhrases.GetReasonPhrase(pages.HttpContext.Response.StatusCode)).ExecuteAsync(pages.HttpContext));
    }

    static async Task AnswerExceptionsAsync(RequestDelegate next, HttpContext context, ILogger logger)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer.
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            await Errors.Detail(exception.StatusCode, exception.Message).ExecuteAsync(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            logger.LogError(exception, "{Method} {Path} failed", context.Request.Method, context.Request.Path);
            context.Response.Clear();
            await Errors.Unhandled().ExecuteAsync(context);
        }
    }
}
