namespace PerfGate.Reporting.Views;

/// <summary>The shape of a change's mark, so that colour is not what tells them apart.</summary>
internal enum ChangeShape
{
    /// <summary>A square: it regressed.</summary>
    Square,

    /// <summary>A diamond: it improved.</summary>
    Diamond,

    /// <summary>A full dot: it is within the tolerance.</summary>
    Dot,

    /// <summary>A ring: neither could be shown.</summary>
    Ring,

    /// <summary>A small, broken ring: neither could be shown, and nobody asked for it.</summary>
    Speck,
}
