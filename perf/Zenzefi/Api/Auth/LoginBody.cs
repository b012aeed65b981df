namespace Zenzefi.Api.Auth;

/// <summary>The answer to a login; <paramref name="ExpiresIn"/> is in seconds.</summary>
internal sealed record LoginBody(string AccessToken, string TokenType, int ExpiresIn);
