namespace ReferenceSystem.Http;

/// <summary>The body of a 422: everything that is wrong with the input.</summary>
internal sealed record InvalidBody(IReadOnlyList<FieldProblem> Detail);
