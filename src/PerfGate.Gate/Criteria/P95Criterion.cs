using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Targets;

namespace PerfGate.Gate.Criteria;

/// <summary>The 95th percentile of each critical endpoint stays below a time; one said by its name alone is all methods of it together.</summary>
internal sealed class P95Criterion : ICriterion
{
    const double MicrosPerMilli = 1000;

    public bool NeedsLimit => true;

    public bool FailsWithLoad => true;

    public string Title(CriterionRecord criterion) => criterion.Endpoints switch
    {
        [] => $"p95 of every endpoint below {Words.Millis(criterion.Limit!.Value)}",
        [var only] => $"p95 of {Words.Endpoint(criterion.Methods is [var method] ? method : null, only)} below {Words.Millis(criterion.Limit!.Value)}",
        var several => $"p95 of {several.Count} critical endpoints below {Words.Millis(criterion.Limit!.Value)}",
    };

    public Answer Ask(CriterionRecord criterion, RunRecord run)
    {
        var times = Endpoints(criterion, run).Select(e => (Name: Words.Endpoint(e.Method, e.Name), Millis: NamedRequests.Of(e.Method, e.Name, run.Endpoints, run.Totals.Seconds)?.P95Micros / MicrosPerMilli)).ToList();
        var measured = times.Where(t => t.Millis is not null).ToList();
        if (measured.Count == 0) return Answer.Undecided("No request was measured.");

        var worst = measured.MaxBy(t => t.Millis);
        var over = measured.Count(t => t.Millis >= criterion.Limit);
        var missing = times.Where(t => t.Millis is null).Select(t => t.Name).ToList();
        var answer = over > 0
            ? Answer.Failed($"{Told(worst.Name, worst.Millis)}{(over > 1 ? $", and {over - 1} more of {measured.Count} are not below the limit" : "")}.")
            : missing.Count > 0 ? Answer.Undecided($"{string.Join(", ", missing)} had no request; of the others {Told(worst.Name, worst.Millis)}, the slowest.")
            : Answer.Passed($"{Told(worst.Name, worst.Millis)}{(measured.Count > 1 ? $", the slowest of {measured.Count}" : "")}.");
        return answer with { Value = worst.Millis };
    }

    static IEnumerable<(string? Method, string Name)> Endpoints(CriterionRecord criterion, RunRecord run) =>
        criterion.Endpoints.Count == 0 ? run.Endpoints.Select(e => ((string?)e.Method, e.Name))
        : criterion.Methods.Count == 0 ? criterion.Endpoints.Select(name => ((string?)null, name))
        : criterion.Endpoints.Zip(criterion.Methods, (name, method) => ((string?)method, name));

    static string Told(string name, double? millis) => $"{name} has {Words.Millis(millis!.Value)}";
}
