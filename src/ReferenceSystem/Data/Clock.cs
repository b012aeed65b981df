namespace ReferenceSystem.Data;

internal static class Clock
{
    /// <summary>UTC now as the columns hold it: whole microseconds and no zone.</summary>
    public static DateTime NaiveUtcNow(this TimeProvider clock)
    {
        var ticks = clock.GetUtcNow().Ticks;
        return new DateTime(ticks - (ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Unspecified);
    }
}
