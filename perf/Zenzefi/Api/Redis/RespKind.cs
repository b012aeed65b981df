namespace Zenzefi.Api.Redis;

/// <summary>The kinds of replies that Redis gives, in version 2 of its protocol.</summary>
internal enum RespKind
{
    /// <summary>Nothing: a key that is not there, for example.</summary>
    Null,

    /// <summary>Text, whether sent as a line or with its length.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A refusal, with the reason as text.</summary>
    Error,

    /// <summary>A list of replies.</summary>
    List,
}
