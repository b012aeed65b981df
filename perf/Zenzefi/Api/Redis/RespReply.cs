namespace Zenzefi.Api.Redis;

/// <summary>One reply of Redis. What does not belong to its kind is null or 0.</summary>
internal sealed record RespReply(RespKind Kind, string? Text = null, long Number = 0, IReadOnlyList<RespReply>? Items = null)
{
    public static RespReply Null { get; } = new(RespKind.Null);
}
