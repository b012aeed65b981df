namespace Zenzefi.Users;

/// <summary>The part of a purchase's answer that users need.</summary>
internal sealed record BoughtToken(string Token);
