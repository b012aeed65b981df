using PerfGate.Load.Results;

namespace PerfGate.Load.Tests.Conformance;

/// <summary>The same work through both transports gives the same numbers.</summary>
public sealed class WorkingAlike
{
    const int Rounds = 20;

    static readonly Endpoint[] Pages = [.. Enumerable.Range(0, 6).Select(i => Endpoint.Get($"/{i}"))];

    static readonly string[] Answers =
    [
        Replies.Ok,
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n2\r\n!!\r\n0\r\n\r\n",
        "HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\ngone",
        "HTTP/1.1 204 No Content\r\n\r\n",
        "HTTP/1.1 302 Found\r\nLocation: /0\r\nContent-Length: 3\r\n\r\nsee",
        "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\ncut",
    ];

    [Fact]
    public async Task Counts_statuses_failures_and_bytes_are_equal()
    {
        var (framework, lean) = (await Run(TransportKind.HttpClient), await Run(TransportKind.Lean));
        Numbers(lean).ShouldBe(Numbers(framework));
        Failures(lean).ShouldBe(Failures(framework));
        Numbers(lean).Count.ShouldBe(Pages.Length);
        Failures(lean).Count.ShouldBe(2);
    }

    static async Task<LoadResult> Run(TransportKind transport)
    {
        await using var server = new ScriptedServer(async connection =>
        {
            while (await connection.ReadRequest() is { } request)
            {
                var page = request["GET /".Length] - '0';
                await connection.Send(Answers[page]);
                if (page == 5) return;
            }
        });
        return await Script.Run(server.Address, transport, async user =>
        {
            for (var round = 0; round < Rounds; round++)
                foreach (var page in Pages)
                    (await user.Http.Send(page)).Dispose();
        });
    }

    static List<string> Numbers(LoadResult result) =>
        [.. result.Stages.Single().Endpoints.Select(e =>
            $"{e.Name}: {e.Requests} {e.Failures} {e.BytesReceived} {string.Join(' ', e.Statuses)} connected {e.ConnectTime?.Count}")];

    static List<string> Failures(LoadResult result) => [.. result.Failures.Select(f => $"{f.Endpoint} {f.Reason} {f.Count}").Order()];
}
