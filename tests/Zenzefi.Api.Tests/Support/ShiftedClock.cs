namespace Zenzefi.Api.Tests.Support;

/// <summary>The real time, moved ahead as far as a test wants.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
