namespace CoreVia.Api.Http;

/// <summary>What an endpoint takes in its body, readable from the fields that were sent.</summary>
internal interface IBody<TSelf>
    where TSelf : IBody<TSelf>
{
    /// <summary>Reads the fields; each that cannot be used leaves a problem with the reader and any value here.</summary>
    static abstract TSelf Read(BodyFields fields);
}
