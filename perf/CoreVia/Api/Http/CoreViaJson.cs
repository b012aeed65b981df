using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoreVia.Api.Analytics;
using CoreVia.Api.Auth;
using CoreVia.Api.Diary;
using CoreVia.Api.Marketplace;
using CoreVia.Api.Social;
using CoreVia.Api.Users;

namespace CoreVia.Api.Http;

/// <summary>Every body that is sent, with its serialisation generated at build time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters = [typeof(NaiveTimestampJson)])]
[JsonSerializable(typeof(AboutBody))]
[JsonSerializable(typeof(CommentBody))]
[JsonSerializable(typeof(DashboardBody))]
[JsonSerializable(typeof(DetailBody))]
[JsonSerializable(typeof(FeedBody))]
[JsonSerializable(typeof(FoodBody))]
[JsonSerializable(typeof(HealthBody))]
[JsonSerializable(typeof(InvalidBody))]
[JsonSerializable(typeof(LikeBody))]
[JsonSerializable(typeof(OwnProductsBody))]
[JsonSerializable(typeof(PostBody))]
[JsonSerializable(typeof(ProductBody))]
[JsonSerializable(typeof(ProductsBody))]
[JsonSerializable(typeof(ProfileBody))]
[JsonSerializable(typeof(SessionBody))]
[JsonSerializable(typeof(WorkoutBody))]
internal sealed partial class CoreViaJson : JsonSerializerContext
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
