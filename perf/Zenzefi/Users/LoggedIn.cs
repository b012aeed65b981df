using System.Text.Json.Serialization;

namespace Zenzefi.Users;

/// <summary>The part of a login's answer that users need.</summary>
internal sealed record LoggedIn([property: JsonPropertyName("access_token")] string AccessToken);
