using PerfGate.Gate.Records;

namespace PerfGate.Gate.History;

/// <summary>The CPU time that a request takes of the whole system, stores included.</summary>
/// <param name="Services">Whose it is, in order of their names: sums over different services are not of one thing.</param>
/// <param name="MicrosPerRequest">Microseconds, above zero.</param>
internal sealed record CpuUse(string Services, double MicrosPerRequest)
{
    /// <summary>A run's; null when one of its services was not measured, as a part of it is no sum.</summary>
    public static CpuUse? Of(RunRecord run) => Of([.. run.Resources.Select(r => new PastService(r.Service, r.CpuMicrosPerRequest))]);

    /// <summary>The same of a stored run.</summary>
    public static CpuUse? Of(IReadOnlyList<PastService> services)
    {
        var sum = 0.0;
        foreach (var service in services)
        {
            if (service.CpuMicrosPerRequest is not { } micros || !double.IsFinite(micros)) return null;
            sum += micros;
        }

        return sum > 0 ? new CpuUse(string.Join(", ", services.Select(s => s.Service).Order(StringComparer.Ordinal)), sum) : null;
    }
}
