namespace ReferenceSystem.Http;

internal static class Refusals
{
    /// <summary>
    /// Answers with the first parameter that refuses, in the order in which the handler names them: who is calling
    /// comes before what they sent.
    /// </summary>
    public static RouteGroupBuilder AnswerRefusals(this RouteGroupBuilder group) => group.AddEndpointFilter((context, next) =>
    {
        foreach (var argument in context.Arguments)
        {
            if (argument is IRefusable { Refusal: { } refusal })
            {
                return ValueTask.FromResult<object?>(refusal);
            }
        }

        return next(context);
    });
}
