namespace PerfGate.Load.Transports;

/// <summary>The headers of a reply, whichever transport brought them.</summary>
internal interface IReplyHeaders
{
    /// <summary>The header's value, several joined by commas; null when absent.</summary>
    string? Find(string name);
}
