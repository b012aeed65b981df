namespace PerfGate.Gate.Tests.Paired;

/// <summary>An endpoint of a sample session.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Method">Its method.</param>
/// <param name="Requests">Of the baseline, in a slot.</param>
/// <param name="CandidateRequests">Of the candidate; null: as many.</param>
internal sealed record SampleEndpoint(string Name, string Method, long Requests, long? CandidateRequests = null)
{
    public long Of(bool baseline) => baseline ? Requests : CandidateRequests ?? Requests;
}
