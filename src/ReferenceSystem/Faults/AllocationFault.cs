namespace ReferenceSystem.Faults;

/// <summary>Makes garbage, in pieces small enough for the ordinary heap.</summary>
internal sealed class AllocationFault(int kilobytes) : IFault
{
    public ValueTask<bool> ApplyAsync(HttpContext context)
    {
        for (var i = 0; i < kilobytes; i++)
        {
            GC.KeepAlive(new byte[1024]);
        }

        return ValueTask.FromResult(true);
    }
}
