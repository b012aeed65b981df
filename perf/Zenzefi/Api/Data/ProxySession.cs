using System.Net;

namespace Zenzefi.Api.Data;

/// <summary>A device's use of a token through the proxy. This surface only counts the active ones.</summary>
internal sealed class ProxySession
{
    public required Guid Id { get; init; }
    public required Guid UserId { get; init; }
    public required Guid TokenId { get; init; }
    public required string DeviceId { get; init; }
    public required IPAddress IpAddress { get; init; }
    public string? UserAgent { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public required DateTimeOffset LastActivity { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public long BytesTransferred { get; init; }
    public int RequestCount { get; init; }
    public bool IsActive { get; init; } = true;
}
