namespace ReferenceSystem.Http;

/// <summary>What an endpoint takes, readable from the fields that were sent.</summary>
internal interface IInput<TSelf>
    where TSelf : IInput<TSelf>
{
    /// <summary>Whether the fields are in the body or in the query.</summary>
    static abstract InputPlace Place { get; }

    /// <summary>Reads the fields; each that cannot be used leaves a problem with the reader and any value here.</summary>
    static abstract TSelf Read(FieldReader fields);
}
