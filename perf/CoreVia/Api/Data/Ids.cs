namespace CoreVia.Api.Data;

internal static class Ids
{
    /// <summary>A new UUID as text. Later ones sort behind earlier ones, so that indexes grow at their end.</summary>
    public static string NewId(this TimeProvider clock) => Guid.CreateVersion7(clock.GetUtcNow()).ToString();
}
