namespace Docker.DotNet.Models;

/// <summary>Something that happened in the engine.</summary>
public class Message
{
    /// <summary>Kind of object that it happened to, such as <c>container</c>.</summary>
    public string Type { get; set; }

    /// <summary>What happened, such as <c>start</c>, <c>die</c>, <c>oom</c> or <c>health_status: healthy</c>.</summary>
    public string Action { get; set; }

    /// <summary>The object that it happened to.</summary>
    public Actor Actor { get; set; }

    /// <summary><c>local</c> or <c>swarm</c>.</summary>
    public string Scope { get; set; }

    /// <summary>Unix time, seconds.</summary>
    public long Time { get; set; }

    /// <summary>Unix time, nanoseconds.</summary>
    public long TimeNano { get; set; }
}
