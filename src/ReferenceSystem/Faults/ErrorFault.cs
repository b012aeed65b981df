using ReferenceSystem.Http;

namespace ReferenceSystem.Faults;

/// <summary>Answers a share of the requests 500. Never a probe: those are how the outside tells whether it runs at all.</summary>
internal sealed class ErrorFault(double percent) : IFault
{
    readonly Share failing = new(percent);

    public async ValueTask<bool> ApplyAsync(HttpContext context)
    {
        var path = context.Request.Path;
        if (path.StartsWithSegments("/health", StringComparison.Ordinal) || path.StartsWithSegments("/metrics", StringComparison.Ordinal) || !failing.Next())
        {
            return true;
        }

        await Errors.Unhandled().ExecuteAsync(context);
        return false;
    }
}
