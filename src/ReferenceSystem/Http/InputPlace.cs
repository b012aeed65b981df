namespace ReferenceSystem.Http;

/// <summary>Where input is.</summary>
internal enum InputPlace
{
    Body,
    Query,
}
