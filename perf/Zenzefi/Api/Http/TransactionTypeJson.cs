using System.Text.Json;
using System.Text.Json.Serialization;
using Zenzefi.Api.Data;

namespace Zenzefi.Api.Http;

/// <summary>A transaction type in lower case: <c>"referral_bonus"</c>.</summary>
internal sealed class TransactionTypeJson()
    : JsonStringEnumConverter<TransactionType>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);
