namespace CoreVia.Users;

/// <summary>The part of a feed's or the marketplace's answer that users need: the one has posts, the other products.</summary>
internal sealed record Page(IReadOnlyList<Item>? Posts, IReadOnlyList<Item>? Products)
{
    public IReadOnlyList<Item> Items => Posts ?? Products ?? [];
}
