namespace Benchmarks.Servers;

/// <summary>What every server here answers: 50 bytes.</summary>
internal static class Page
{
    public const string Body = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN";
}
