using CoreVia.Api.Users;

namespace CoreVia.Api.Auth;

/// <summary>The answer to a registration or a login.</summary>
internal sealed record SessionBody(string AccessToken, string RefreshToken, string TokenType, ProfileBody User);
