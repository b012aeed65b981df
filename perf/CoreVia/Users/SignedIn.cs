using System.Text.Json.Serialization;

namespace CoreVia.Users;

/// <summary>The part of a registration's or a login's answer that users need.</summary>
internal sealed record SignedIn([property: JsonPropertyName("access_token"), JsonRequired] string AccessToken);
