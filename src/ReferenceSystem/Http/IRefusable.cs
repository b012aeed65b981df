namespace ReferenceSystem.Http;

/// <summary>A handler's parameter that may turn out to be a reason not to run the handler.</summary>
internal interface IRefusable
{
    /// <summary>The answer to give instead, or null when all is well.</summary>
    IResult? Refusal { get; }
}
