using Octokit.Internal;

namespace Octokit;

/// <summary>Which pull requests to list: those open, newest first, if nothing else is said.</summary>
public class PullRequestRequest
{
    /// <summary>Open, closed or all.</summary>
    public ItemStateFilter State { get; set; } = ItemStateFilter.Open;

    /// <summary>Only those of this branch, as <c>owner:branch</c>.</summary>
    public string Head { get; set; }

    /// <summary>Only those into this branch.</summary>
    public string Base { get; set; }

    /// <summary>What they are sorted by.</summary>
    public PullRequestSort SortProperty { get; set; } = PullRequestSort.Created;

    /// <summary>Which way they are sorted.</summary>
    public SortDirection SortDirection { get; set; } = SortDirection.Descending;

    internal IEnumerable<(string Name, string Value)> Query() =>
    [
        ("state", EnumText<ItemStateFilter>.Of(State)),
        ("head", Head),
        ("base", Base),
        ("sort", EnumText<PullRequestSort>.Of(SortProperty)),
        ("direction", EnumText<SortDirection>.Of(SortDirection)),
    ];
}
