using PerfGate.Gate.Paired;

namespace PerfGate.Gate.Tests.Paired;

public sealed class StartingTogether
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Loads_begin_when_the_last_of_them_is_ready()
    {
        var starting = new Starting(2, TimeProvider.System);
        var first = starting.ReadyAsync(Ct);
        first.IsCompleted.ShouldBeFalse();
        starting.Began.IsCompleted.ShouldBeFalse();
        await starting.ReadyAsync(Ct);
        await first;
        (await starting.Began).ShouldBeLessThanOrEqualTo(TimeProvider.System.GetTimestamp());
    }

    [Fact]
    public async Task One_that_waits_in_vain_can_be_called_off()
    {
        using var stop = new CancellationTokenSource();
        var waiting = new Starting(2, TimeProvider.System).ReadyAsync(stop.Token);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public void A_capacity_that_was_found_is_kept_and_a_damaged_one_is_looked_for_again()
    {
        using var folder = new TempFolder();
        var cache = new CapacityCache(folder.File("capacity"));
        cache.Find("0a1b").ShouldBeNull();
        cache.Keep("0a1b", 1_234.56);
        cache.Find("0a1b").ShouldBe(1_234.6);
        cache.Find("ffff").ShouldBeNull();
        foreach (var damaged in new[] { "", "fast", "0", "-3", "NaN" })
        {
            File.WriteAllText(Path.Combine(folder.File("capacity"), "0a1b.txt"), damaged);
            cache.Find("0a1b").ShouldBeNull();
        }
    }
}
