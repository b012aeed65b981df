using NpgsqlTypes;

namespace Zenzefi.Api.Data;

/// <summary>Why a balance changed. Stored in upper case, sent in lower case.</summary>
internal enum TransactionType
{
    [PgName("DEPOSIT")]
    Deposit,

    [PgName("PURCHASE")]
    Purchase,

    [PgName("REFUND")]
    Refund,

    [PgName("REFERRAL_BONUS")]
    ReferralBonus,
}
