using PerfGate.Load.Scheduling;

namespace PerfGate.Load.Tests.Scheduling;

public sealed class MakingOnce
{
    readonly SharedValues shared = new();

    [Fact]
    public async Task A_value_is_made_once_however_many_ask_for_it()
    {
        var made = 0;
        var values = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => shared.Once("key", async () =>
        {
            await Task.Yield();
            return Interlocked.Increment(ref made);
        }, CancellationToken.None)));

        values.ShouldAllBe(v => v == 1);
        made.ShouldBe(1);
    }

    [Fact]
    public async Task When_making_fails_its_maker_is_told_and_the_next_caller_tries_again()
    {
        await Should.ThrowAsync<IOException>(shared.Once<int>("key", () => throw new IOException("down"), CancellationToken.None));
        (await shared.Once("key", () => Task.FromResult(7), CancellationToken.None)).ShouldBe(7);
    }

    [Fact]
    public async Task One_who_waited_for_a_maker_that_failed_makes_it_instead()
    {
        var first = new TaskCompletionSource<int>();
        var maker = shared.Once("key", () => first.Task, CancellationToken.None);
        var waiter = shared.Once("key", () => Task.FromResult(2), CancellationToken.None);
        waiter.IsCompleted.ShouldBeFalse();
        first.SetException(new IOException("down"));

        await Should.ThrowAsync<IOException>(maker);
        (await waiter).ShouldBe(2);
    }

    [Fact]
    public async Task Different_keys_hold_different_values()
    {
        (await shared.Once("a", () => Task.FromResult(1), CancellationToken.None)).ShouldBe(1);
        (await shared.Once("b", () => Task.FromResult("two"), CancellationToken.None)).ShouldBe("two");
    }

    [Fact]
    public async Task A_key_asked_for_as_another_type_is_a_clear_error()
    {
        await shared.Once("a", () => Task.FromResult(1), CancellationToken.None);
        (await Should.ThrowAsync<InvalidOperationException>(() => shared.Once("a", () => Task.FromResult("x"), CancellationToken.None)))
            .Message.ShouldContain("Once(\"a\") holds another type than String");
    }
}
