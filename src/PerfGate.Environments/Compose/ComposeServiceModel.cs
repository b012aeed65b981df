namespace PerfGate.Environments.Compose;

/// <summary>One service of a compose file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Image">Its image; null when it is only built.</param>
/// <param name="IsBuilt">Whether its image is built from the checkout.</param>
/// <param name="Networks">Networks it is in.</param>
/// <param name="FixedPorts">Ports of this machine that it asks for by number.</param>
internal sealed record ComposeServiceModel(
    string Name, string? Image, bool IsBuilt, IReadOnlyList<string> Networks, IReadOnlyList<int> FixedPorts);
