namespace Zenzefi.Api.Limits;

/// <summary>Which limit was met; <paramref name="Window"/> and <paramref name="RetryAfter"/> are in seconds.</summary>
internal sealed record LimitDetail(string Error, string Message, int Limit, int Window, int RetryAfter);
