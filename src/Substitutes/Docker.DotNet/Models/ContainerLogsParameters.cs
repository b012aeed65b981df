namespace Docker.DotNet.Models;

/// <summary>Which part of a container's log to read. At least one of the two streams has to be asked for.</summary>
public class ContainerLogsParameters
{
    /// <summary>What the container wrote to standard output.</summary>
    public bool? ShowStdout { get; set; }

    /// <summary>What the container wrote to standard error.</summary>
    public bool? ShowStderr { get; set; }

    /// <summary>Nothing older than this Unix time in seconds (fractions allowed).</summary>
    public string Since { get; set; }

    /// <summary>Nothing newer than this Unix time in seconds (fractions allowed).</summary>
    public string Until { get; set; }

    /// <summary>Puts an RFC 3339 time in front of every line.</summary>
    public bool? Timestamps { get; set; }

    /// <summary>Goes on until the container stops.</summary>
    public bool? Follow { get; set; }

    /// <summary>Only this many of the last lines, those of a stream not asked for counted, too; <c>all</c> if not said.</summary>
    public string Tail { get; set; }
}
