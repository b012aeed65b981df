namespace CoreVia.Api.Social;

/// <summary>Which part of the feed is wanted.</summary>
internal sealed record FeedInput(int Page, int PageSize) : IInput<FeedInput>
{
    // The modelled system has no bounds; these only keep the offset within a whole number.
    const int LastPage = 1_000_000;
    const int LargestPage = 1_000;

    public static InputPlace Place => InputPlace.Query;

    public int Offset => (Page - 1) * PageSize;

    public static FeedInput Read(FieldReader fields) => new(
        fields.Integer("page", least: 1, most: LastPage, fallback: 1),
        fields.Integer("page_size", least: 1, most: LargestPage, fallback: 20));
}
