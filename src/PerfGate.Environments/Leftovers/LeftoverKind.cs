namespace PerfGate.Environments.Leftovers;

/// <summary>What a killed run can leave behind.</summary>
public enum LeftoverKind
{
    /// <summary>A process on this machine, with all that came from it.</summary>
    Process,

    /// <summary>A container.</summary>
    Container,

    /// <summary>A network of containers.</summary>
    Network,

    /// <summary>A volume of containers.</summary>
    Volume,

    /// <summary>An image that was built for the run.</summary>
    Image,

    /// <summary>A folder with programs, or with the data of stores.</summary>
    Folder,
}
