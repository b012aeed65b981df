using System.Text.Json;
using PerfGate.Statistics;

namespace Benchmarks.Servers;

/// <summary>
/// When the scripted server answers: 967 requests of 1,000 after 2 ms, 30 after 20 ms, 3 after 100 ms; while it stalls no answer
/// leaves, and those that were due are sent when the stall ends. Each quantile that is compared lies well inside one of these.
/// </summary>
/// <param name="StallAtMicros">When the stall begins, after the script's first request; null: there is none.</param>
/// <param name="StallMicros">How long it lasts.</param>
internal sealed record Script(long? StallAtMicros, long StallMicros)
{
    public static readonly IReadOnlyList<long> Delays = [2_000, 20_000, 100_000];

    // Has no factor in common with 1,000: each of a thousand requests in a row gets another place.
    const int Shuffle = 7919;

    /// <summary>Which of <see cref="Delays"/> a request has, by its number.</summary>
    public static int KindOf(long number) => (number * Shuffle % 1000) switch
    {
        < 3 => 2,
        < 33 => 1,
        _ => 0,
    };

    /// <summary>When the answer leaves to a request of a kind that came at a time; microseconds of the script.</summary>
    public long AnswerAt(long arrival, int kind)
    {
        var at = arrival + Delays[kind];
        return StallAtMicros is { } stall && at >= stall && at < stall + StallMicros ? stall + StallMicros : at;
    }

    /// <summary>Whether answers that were held back leave at this moment.</summary>
    public bool IsStallsEnd(long micros) => micros == StallAtMicros + StallMicros;

    /// <summary>What arrivals at an even rate must see, to the last digit: computed from the script, nothing is run.</summary>
    public Quantiles Truth(double rate, double seconds)
    {
        var times = new HdrHistogram();
        var count = (long)(rate * seconds);
        for (long number = 0; number < count; number++)
        {
            var arrival = (long)(number * 1e6 / rate);
            times.Record(AnswerAt(arrival, KindOf(number)) - arrival);
        }

        return Quantiles.Of(times);
    }

    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    public static Script FromJson(string json) => JsonSerializer.Deserialize<Script>(json, JsonSerializerOptions.Web)!;
}
