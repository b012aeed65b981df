namespace Zenzefi.Api.Limits;

/// <summary>A handler's parameter that says who is calling.</summary>
internal interface ILimited
{
    /// <summary>The class and the identity whose requests are counted, or null when the caller is not known.</summary>
    (LimitClass Class, string Identity)? Limited { get; }
}
