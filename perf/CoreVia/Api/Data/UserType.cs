namespace CoreVia.Api.Data;

/// <summary>What an account is for.</summary>
internal enum UserType
{
    Client,
    Trainer,
}
