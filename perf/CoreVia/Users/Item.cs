using System.Text.Json.Serialization;

namespace CoreVia.Users;

/// <summary>A post or a product in a list.</summary>
internal sealed record Item([property: JsonRequired] string Id);
