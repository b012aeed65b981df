namespace Zenzefi.Api.Redis;

/// <summary>Redis is out of reach, too slow, or refuses a command.</summary>
internal sealed class RedisException(string message, Exception? innerException = null) : Exception(message, innerException);
