using System.Text.Json;

namespace CoreVia.Api.Http;

/// <summary>A handler's body, or the 422 that it deserves.</summary>
internal sealed class Body<T> : IRefusable
    where T : class, IBody<T>
{
    readonly T? value;

    Body(T value) => this.value = value;

    Body(params IReadOnlyList<FieldProblem> problems) => Refusal = Errors.Invalid(problems);

    public IResult? Refusal { get; }

    public T Value => value ?? throw new InvalidOperationException("A refused body has no value.");

    /// <summary>Called by the framework to make the parameter of a handler.</summary>
    public static async ValueTask<Body<T>?> BindAsync(HttpContext context)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            var root = body.RootElement;
            return !JsonText.IsUnicode(root) ? new Body<T>(FieldReader.NotJson("a text in it is not Unicode"))
                : root.ValueKind == JsonValueKind.Object ? From(new BodyFields(root.Clone()))
                : new Body<T>(FieldReader.NotAnObject(root));
        }
        catch (JsonException exception)
        {
            return new Body<T>(FieldReader.NotJson($"line {exception.LineNumber}, byte {exception.BytePositionInLine}"));
        }
    }

    static Body<T> From(BodyFields fields)
    {
        var read = T.Read(fields);
        return fields.Problems is [] ? new Body<T>(read) : new Body<T>(fields.Problems);
    }
}
