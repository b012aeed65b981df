namespace Zenzefi.Api.Redis;

/// <summary>A command on its way, and the reply it waits for.</summary>
internal sealed class RedisExchange(string[] command)
    : TaskCompletionSource<RespReply>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public string[] Command => command;
}
