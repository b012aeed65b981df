using System.Net.Sockets;
using System.Text.Json;

namespace Acceptance.Harness;

/// <summary>The Docker engine, asked over its socket: what is there, apart from what the gate says.</summary>
public static class Engine
{
    const string Socket = "/var/run/docker.sock";

    /// <summary>Variables of a run that may use it.</summary>
    public static IReadOnlyDictionary<string, string> Reachable { get; } = new Dictionary<string, string> { ["DOCKER_HOST"] = $"unix://{Socket}" };

    static readonly HttpClient Client = new(new SocketsHttpHandler
    {
        ConnectCallback = async (_, ct) =>
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(Socket), ct);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    {
        BaseAddress = new Uri("http://docker"),
        Timeout = TimeSpan.FromSeconds(10),
    };

    /// <summary>Skips the test, loudly, where no engine answers or its images are not there.</summary>
    public static async Task Needed()
    {
        Assert.SkipUnless(await Answers(), $"No Docker engine answers at {Socket}. Install one (apt-get install docker.io docker-compose) and start it (dockerd).");
        Assert.SkipUnless((await Names("/images/json", "RepoTags")).Any(t => t.StartsWith("perfgate/postgres:", StringComparison.Ordinal)),
            "The images are not there. Build them: perf/stand-in-images.sh");
    }

    public static Task<IReadOnlyList<string>> Containers(string filter) => Names($"/containers/json?all=1&filters={Filter(filter)}", "Names");

    /// <summary>Everything the gate labelled and left: containers, networks, volumes.</summary>
    public static async Task<IReadOnlyList<string>> LeftBy(string root)
    {
        var label = Filter($"perfgate.root={root}");
        return
        [
            .. await Names($"/containers/json?all=1&filters={label}", "Names"),
            .. await Names($"/networks?filters={label}", "Name"),
            .. await Names($"/volumes?filters={label}", "Name"),
        ];
    }

    static string Filter(string label) => Uri.EscapeDataString($$"""{"label":["{{label}}"]}""");

    static async Task<bool> Answers()
    {
        try
        {
            return (await Client.GetAsync(new Uri("/_ping", UriKind.Relative))).IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or SocketException or TaskCanceledException)
        {
            return false;
        }
    }

    static async Task<IReadOnlyList<string>> Names(string path, string property)
    {
        using var document = JsonDocument.Parse(await Client.GetStringAsync(new Uri(path, UriKind.Relative)));
        var list = document.RootElement.ValueKind == JsonValueKind.Array ? document.RootElement : document.RootElement.GetProperty("Volumes");
        if (list.ValueKind != JsonValueKind.Array) return [];
        return [.. list.EnumerateArray().SelectMany(item => item.GetProperty(property) switch
        {
            { ValueKind: JsonValueKind.Array } names => names.EnumerateArray().Select(n => n.GetString()!),
            { ValueKind: JsonValueKind.String } name => [name.GetString()!],
            _ => [],
        })];
    }
}
