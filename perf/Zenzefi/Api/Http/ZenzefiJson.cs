using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Zenzefi.Api.Auth;
using Zenzefi.Api.Currency;
using Zenzefi.Api.Health;
using Zenzefi.Api.Limits;
using Zenzefi.Api.Proxy;
using Zenzefi.Api.Tokens;

namespace Zenzefi.Api.Http;

/// <summary>Every body that is sent or kept in a cache, with its serialisation generated at build time. Read strictly.</summary>
[JsonSourceGenerationOptions(
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters = [typeof(MoneyJson), typeof(NaiveTimestampJson), typeof(ZonedTimestampJson), typeof(TransactionTypeJson)])]
[JsonSerializable(typeof(AboutBody))]
[JsonSerializable(typeof(ActiveToken))]
[JsonSerializable(typeof(BalanceBody))]
[JsonSerializable(typeof(DepositBody))]
[JsonSerializable(typeof(DetailBody))]
[JsonSerializable(typeof(HealthBody))]
[JsonSerializable(typeof(InvalidBody))]
[JsonSerializable(typeof(LimitBody))]
[JsonSerializable(typeof(List<TokenBody>))]
[JsonSerializable(typeof(LoginBody))]
[JsonSerializable(typeof(ProxyStatusBody))]
[JsonSerializable(typeof(TransactionsBody))]
[JsonSerializable(typeof(UserBody))]
internal sealed partial class ZenzefiJson : JsonSerializerContext
{
    /// <summary>Makes the framework write bodies the way this context does.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.TypeInfoResolverChain.Insert(0, Default);
        foreach (var converter in Default.Options.Converters)
        {
            options.Converters.Add(converter);
        }
    }
}
