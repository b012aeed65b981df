using System.Diagnostics;

namespace Zenzefi.Api.Tests.Support;

internal static class ProcessStarting
{
    public static ProcessStartInfo With(this ProcessStartInfo start, IEnumerable<string> arguments)
    {
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }
}
