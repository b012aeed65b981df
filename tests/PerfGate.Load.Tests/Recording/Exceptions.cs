using PerfGate.Load.Recording;

namespace PerfGate.Load.Tests.Recording;

public sealed class Exceptions
{
    readonly ExceptionBook book = new();

    [Fact]
    public void The_same_exception_is_one_group_with_a_count_and_its_first_stack()
    {
        for (var i = 1; i <= 5; i++) book.Add("Shopper.Buy", Thrown(() => throw new InvalidOperationException("sold out")), i * 1_000_000);

        var group = book.Groups().ShouldHaveSingleItem();
        group.ShouldSatisfyAllConditions(
            g => g.Where.ShouldBe("Shopper.Buy"),
            g => g.Type.ShouldBe("System.InvalidOperationException"),
            g => g.Message.ShouldBe("sold out"),
            g => g.Count.ShouldBe(5),
            g => g.First.ShouldBe(1.Seconds()),
            g => g.Last.ShouldBe(5.Seconds()),
            g => g.Stack.ShouldContain(nameof(The_same_exception_is_one_group_with_a_count_and_its_first_stack)));
    }

    [Fact]
    public void Another_task_type_message_or_throwing_method_is_another_group()
    {
        book.Add("A.One", Thrown(() => throw new InvalidOperationException("x")), 0);
        book.Add("A.Two", Thrown(() => throw new InvalidOperationException("x")), 0);
        book.Add("A.One", Thrown(() => throw new IOException("x")), 0);
        book.Add("A.One", Thrown(() => throw new InvalidOperationException("y")), 0);
        book.Add("A.One", Thrown(Elsewhere), 0);
        book.Groups().Count.ShouldBe(5);
    }

    [Fact]
    public void Messages_with_ids_do_not_grow_without_end()
    {
        for (var i = 0; i < 1_000; i++) book.Add("A.One", new InvalidOperationException($"order {i}"), i);
        var groups = book.Groups();
        groups.Count.ShouldBe(ExceptionBook.Limit + 1);
        groups.Sum(g => g.Count).ShouldBe(1_000);
        groups[0].Type.ShouldBe("(other exceptions)");
    }

    static void Elsewhere() => throw new InvalidOperationException("x");

    static Exception Thrown(Action action) => Record.Exception(action)!;
}
