namespace ReferenceSystem.Faults;

/// <summary>One kind of harm done to requests.</summary>
internal interface IFault
{
    /// <summary>Harms this request, if it is its turn. False when the request has been answered and must go no further.</summary>
    ValueTask<bool> ApplyAsync(HttpContext context);
}
