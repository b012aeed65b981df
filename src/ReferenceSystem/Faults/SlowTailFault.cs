namespace ReferenceSystem.Faults;

/// <summary>Lets a share of the requests wait.</summary>
internal sealed class SlowTailFault(double percent, TimeSpan delay, TimeProvider clock) : IFault
{
    readonly Share slow = new(percent);

    public async ValueTask<bool> ApplyAsync(HttpContext context)
    {
        if (slow.Next())
        {
            await Task.Delay(delay, clock, context.RequestAborted);
        }

        return true;
    }
}
