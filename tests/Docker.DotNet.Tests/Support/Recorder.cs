namespace Docker.DotNet.Tests.Support;

/// <summary>Keeps what is reported, in order, and can do something about each.</summary>
internal sealed class Recorder<T>(Action<T>? then = null) : IProgress<T>
{
    public List<T> Reports { get; } = [];

    public void Report(T value)
    {
        Reports.Add(value);
        then?.Invoke(value);
    }
}
