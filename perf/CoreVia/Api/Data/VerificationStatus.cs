namespace CoreVia.Api.Data;

/// <summary>How far the check of an account's identity has come.</summary>
internal enum VerificationStatus
{
    Pending,
    Verified,
    Rejected,
}
