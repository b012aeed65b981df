using System.Text.Json.Nodes;
using PerfGate.Gate.Baselines;
using PerfGate.Gate.Fingerprints;
using PerfGate.Gate.Records;
using PerfGate.Gate.Runs;
using PerfGate.Gate.Tests.History;

namespace PerfGate.Gate.Tests.Baselines;

public sealed class KeepingAHistory : IDisposable
{
    static readonly RunRecord Small = Samples.Run(Samples.Endpoint("/x", 10, 900));

    readonly TempFolder folder = new();
    readonly BaselineStore store;

    public KeepingAHistory() => store = new BaselineStore(folder.File("baselines"), TimeProvider.System);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_history_is_the_earlier_runs_the_oldest_first_and_the_baseline_its_last()
    {
        foreach (var place in new[] { 1, 2, 3 }) Save(Run(place));
        var found = store.Find(Run(9));
        Ids(found).ShouldBe([Sessions.Id(1), Sessions.Id(2), Sessions.Id(3)]);
        (found.Baseline!.RunId, found.Notes.Count).ShouldBe((Sessions.Id(3), 0));
    }

    [Fact]
    public void A_run_is_never_in_its_own_history_and_neither_are_later_ones()
    {
        foreach (var place in new[] { 1, 2, 3 }) Save(Run(place));
        Ids(store.Find(Run(2))).ShouldBe([Sessions.Id(1)]);
        Ids(store.Find(Run(3))).ShouldBe([Sessions.Id(1), Sessions.Id(2)]);
        Ids(store.Find(Run(1))).ShouldBeEmpty();
    }

    [Fact]
    public void Runs_of_other_fingerprints_are_never_in_it()
    {
        Save(Run(1));
        Save(Run(2) with { Fingerprint = "aaaaaaaaaaaa" });
        Save(Run(3));
        Ids(store.Find(Run(9))).ShouldBe([Sessions.Id(1), Sessions.Id(3)]);
    }

    [Fact]
    public void One_that_was_moved_into_the_folder_of_another_fingerprint_is_told_and_left_out()
    {
        Save(Run(3));
        File.Move(Save(Run(2) with { Fingerprint = "aaaaaaaaaaaa" }), Path.Combine(folder.File("baselines"), Small.Fingerprint, $"{Sessions.Id(2)}.json"));
        var found = store.Find(Run(9));
        Ids(found).ShouldBe([Sessions.Id(3)]);
        found.Notes.Single().ShouldContain("is of fingerprint aaaaaaaaaaaa");
    }

    [Theory]
    [InlineData("{", "is damaged")]
    [InlineData("{\"schema\": 1, \"runId\": \"x\"}", "is damaged")]
    [InlineData("{\"schema\": 3}", "has schema 3, and this program reads up to 1")]
    public void A_file_that_cannot_be_used_is_told_and_left_out_but_fails_as_the_newest(string text, string told)
    {
        Save(Run(1));
        var spoilt = Save(Run(2));
        var newest = Save(Run(3));
        File.WriteAllText(spoilt, text);
        var found = store.Find(Run(9));
        Ids(found).ShouldBe([Sessions.Id(1), Sessions.Id(3)]);
        found.Notes.Single().ShouldStartWith($"A run is missing in the history: The baseline {spoilt} {told}");
        File.WriteAllText(newest, text);
        Should.Throw<GateException>(() => store.Find(Run(9))).Message.ShouldContain(told);
    }

    [Theory]
    [InlineData("[null]", "One of its lists holds an empty entry.")]
    [InlineData("null", "is damaged")]
    public void One_with_holes_is_damaged_too(string endpoints, string told)
    {
        var holed = Save(Run(1));
        Save(Run(2));
        var json = JsonNode.Parse(File.ReadAllText(holed))!;
        json["endpoints"] = JsonNode.Parse(endpoints);
        File.WriteAllText(holed, json.ToJsonString());
        store.Find(Run(9)).Notes.Single().ShouldContain(told);
        json["endpoints"] = new JsonArray();
        File.WriteAllText(holed, json.ToJsonString());
        store.Find(Run(9)).History.Count.ShouldBe(2);
    }

    [Fact]
    public void An_endpoint_that_is_in_a_file_twice_is_damage()
    {
        var doubled = Save(Run(1));
        Save(Run(2));
        var json = JsonNode.Parse(File.ReadAllText(doubled))!;
        json["endpoints"]!.AsArray().Add(json["endpoints"]![0]!.DeepClone());
        File.WriteAllText(doubled, json.ToJsonString());
        store.Find(Run(9)).Notes.Single().ShouldContain("GET /x is in it 2 times.");
    }

    [Fact]
    public void A_search_before_a_run_reads_the_newest_alone()
    {
        File.WriteAllText(Save(Run(1)), "{");
        Save(Run(2));
        var found = store.Find(new Fingerprint(Small.Fingerprint, Small.Machine));
        (found.Baseline!.RunId, found.History.Count, found.Notes.Count).ShouldBe((Sessions.Id(2), 0, 0));
    }

    [Fact]
    public void The_sixty_first_run_thins_its_old_end()
    {
        foreach (var place in Enumerable.Range(0, 60)) Save(Run(place));
        store.Find(Run(99)).History.Count.ShouldBe(60);
        Save(Run(60));
        Ids(store.Find(Run(99))).ShouldBe([.. Enumerable.Range(0, 21).Select(i => Sessions.Id(2 * i)), .. Enumerable.Range(41, 20).Select(Sessions.Id)]);
        store.Find(Run(99)).Baseline!.RunId.ShouldBe(Sessions.Id(60));
    }

    static RunRecord Run(int place) => Small with { RunId = Sessions.Id(place) };

    static IEnumerable<string> Ids(BaselineSearch search) => search.History.Select(run => run.RunId);

    string Save(RunRecord run) => store.SaveAsync(run, CancellationToken.None).GetAwaiter().GetResult();
}
