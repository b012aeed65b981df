namespace Zenzefi.Api.Settings;

/// <summary>Which contract the three creating endpoints keep.</summary>
internal enum StatusMode
{
    /// <summary>200, as the load suite expects it.</summary>
    Locust,

    /// <summary>201, as the system being modelled answers.</summary>
    Faithful,
}
