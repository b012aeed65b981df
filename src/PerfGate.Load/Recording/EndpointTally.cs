using PerfGate.Load.Results;
using PerfGate.Statistics;

namespace PerfGate.Load.Recording;

/// <summary>One endpoint in one stage, as samples come in.</summary>
internal sealed class EndpointTally
{
    readonly HdrHistogram response = new();
    readonly HdrHistogram service = new();
    readonly StatusTally statuses = new();
    HdrHistogram? connect;
    long failures;
    long bytes;

    public void Take(in Sample sample)
    {
        response.Record(sample.ResponseMicros);
        service.Record(sample.ServiceMicros);
        if (sample.ConnectMicros != Sample.NoConnect) (connect ??= new HdrHistogram()).Record(sample.ConnectMicros);
        statuses.Take(sample.Status);
        if (sample.Failed) failures++;
        bytes += sample.Bytes;
    }

    public SecondStatistics Statistics => SecondTally.Of(response, failures, bytes);

    public EndpointResult Result(EndpointKey key) =>
        new(key.Name, key.Method, response.Count, failures, bytes, response, service)
        {
            Statuses = statuses.Counts,
            ConnectTime = connect,
        };
}
