using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Targets;

namespace PerfGate.Gate.Criteria;

/// <summary>The system holds a number of users within its critical limits.</summary>
internal sealed class ConcurrentUsersCriterion : ICriterion
{
    public bool NeedsLimit => true;

    public string Title(CriterionRecord criterion) => $"{Users(criterion.Limit!.Value)} at the same time";

    public Answer Ask(CriterionRecord criterion, RunRecord run)
    {
        var wanted = criterion.Limit!.Value;
        var users = HeldUsers.Of(run);
        return Judge(users, wanted) with { Value = users.Held };
    }

    static Answer Judge(HeldUsers users, double wanted) => users switch
    {
        { Held: { } held } when held >= wanted => Answer.Passed($"{Users(held)} ran and no critical limit was missed."),
        { Broken: { } broken } when broken.Users <= wanted => Answer.Failed($"{users.Broken}{Before(users.Held)}."),
        { Broken: { } broken } => Answer.Undecided($"{users.Broken}{Before(users.Held)}; {Users(wanted)} were not tried."),
        _ when users.Asked < wanted => Answer.Undecided(users.Asked == 0 ? "The profile measures no users." : $"The profile asks for {Users(users.Asked)} at most."),
        _ => Answer.Undecided($"The profile asks for {Users(users.Asked)}, but there was no stage with requests in which {Users(wanted)} ran most of the time."),
    };

    static string Before(int? held) => held is { } users ? $", after {Users(users)} were held" : "";

    static string Users(double users) => Words.Value(Metrics.ConcurrentUsers, users);
}
