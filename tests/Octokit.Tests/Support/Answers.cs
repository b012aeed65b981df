using Microsoft.AspNetCore.Http;

namespace Octokit.Tests.Support;

/// <summary>Answers as GitHub gives them, and as one should not.</summary>
internal static class Answers
{
    public static RequestDelegate Json(string body, int status = 200, params (string Name, string Value)[] headers) =>
        Text(body, "application/json; charset=utf-8", status, headers);

    public static RequestDelegate Text(
        string body, string type, int status = 200, params (string Name, string Value)[] headers) => context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers) context.Response.Headers[name] = value;
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body);
    };

    public static RequestDelegate Nothing(int status, params (string Name, string Value)[] headers) => context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers) context.Response.Headers[name] = value;
        return Task.CompletedTask;
    };

    /// <summary>Says nothing until the client hangs up.</summary>
    public static async Task Silence(HttpContext context)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }

    /// <summary>Begins well, and then says nothing until the client hangs up.</summary>
    public static async Task HalfAnAnswer(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("{\"id\":");
        await context.Response.Body.FlushAsync();
        await Silence(context);
    }

    public static Task HangUp(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }
}
