namespace ReferenceSystem.Faults;

/// <summary>
/// Picks a share of requests by counting, spread evenly: of any 1,000 in a row 10 % are 100, give or take one,
/// which chance would not promise.
/// </summary>
internal sealed class Share(double percent)
{
    long seen;

    public bool Next()
    {
        var number = Interlocked.Increment(ref seen);
        return Math.Floor(number * percent / 100) > Math.Floor((number - 1) * percent / 100);
    }
}
