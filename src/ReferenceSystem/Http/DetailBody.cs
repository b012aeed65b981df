namespace ReferenceSystem.Http;

/// <summary>The body of every application error.</summary>
internal sealed record DetailBody(string Detail);
