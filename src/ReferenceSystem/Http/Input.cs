using System.Text.Json;

namespace ReferenceSystem.Http;

/// <summary>A handler's input, or the 422 that it deserves.</summary>
internal sealed class Input<T> : IRefusable
    where T : class, IInput<T>
{
    readonly T? value;

    Input(T value) => this.value = value;

    Input(IReadOnlyList<FieldProblem> problems) => Refusal = Errors.Invalid(problems);

    public IResult? Refusal { get; }

    public T Value => value ?? throw new InvalidOperationException("Refused input has no value.");

    /// <summary>Called by the framework to make the parameter of a handler.</summary>
    public static async ValueTask<Input<T>?> BindAsync(HttpContext context)
    {
        if (T.Place == InputPlace.Query)
        {
            return From(FieldReader.OfQuery(context.Request.Query));
        }

        JsonDocument body;
        try
        {
            body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        }
        catch (JsonException exception)
        {
            return new Input<T>([FieldReader.NotJson($"line {exception.LineNumber}, byte {exception.BytePositionInLine}")]);
        }

        using (body)
        {
            var root = body.RootElement;
            return !JsonText.IsUnicode(root) ? new Input<T>([FieldReader.NotJson("a text in it is not Unicode")])
                : root.ValueKind == JsonValueKind.Object ? From(FieldReader.OfBody(root))
                : new Input<T>([FieldReader.NotAnObject(root)]);
        }
    }

    static Input<T> From(FieldReader fields)
    {
        var read = T.Read(fields);
        return fields.Problems.Count == 0 ? new Input<T>(read) : new Input<T>(fields.Problems);
    }
}
