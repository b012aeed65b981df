namespace Benchmarks.Peers;

/// <summary>A program that sends load: ours, or one of those that we are compared with.</summary>
internal interface IPeer
{
    string Name { get; }

    /// <summary>Whether it is installed here.</summary>
    bool IsFound { get; }

    /// <summary>How it keeps time and which of its options matter, in a few words.</summary>
    string Manner { get; }

    /// <summary>Sends the load and waits for its end.</summary>
    /// <exception cref="InvalidOperationException">It failed, requests failed, or its output was not understood.</exception>
    Task<PeerRun> Run(PeerTask task, CancellationToken ct);
}
