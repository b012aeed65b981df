using System.Text.Json;
using PerfGate.Environments.Compose;
using PerfGate.Environments.Tests.Support;

namespace PerfGate.Environments.Tests.Compose;

public sealed class ReadingTheModel
{
    // As docker-compose 1.29 prints it.
    const string Older = """
        networks:
          front: {}
          office: {external: true, name: office}
        services:
          api:
            build: {context: /somewhere}
            networks: {front: null}
            ports:
            - published: 8080
              target: 80
            - 127.0.0.1::8000/tcp
            - 127.0.0.1:9000:9000/tcp
          db:
            image: postgres:15-alpine
            ports: ['5432']
          worker:
            image: w
            network_mode: host
        version: '3.9'
        volumes:
          data: {}
          shared: {external: true}
        """;

    // As the plugin prints it.
    const string Newer = """
        name: project
        services:
          api:
            build: {context: /somewhere, dockerfile: Dockerfile}
            networks: {default: null}
            ports:
              - {mode: ingress, host_ip: 127.0.0.1, target: 8000, protocol: tcp}
              - {mode: ingress, target: 80, published: "8080", protocol: tcp}
        networks:
          default: {name: project_default}
        volumes:
          data: {name: project_data}
        """;

    [Fact]
    public void Both_kinds_of_tool_are_understood()
    {
        var older = Model(Older, "3.9");
        older.Services.Select(service => (service.Name, service.Image, service.IsBuilt)).ShouldBe(
            [("api", null, true), ("db", "postgres:15-alpine", false), ("worker", "w", false)]);
        older.Services.Select(service => string.Join(' ', service.FixedPorts)).ShouldBe(["8080 9000", "", ""]);
        older.Networks.ShouldBe(["front", "default"]);
        older.Volumes.ShouldBe(["data"]);

        var newer = Model(Newer, version: null);
        newer.Find("api").ShouldNotBeNull().FixedPorts.ShouldBe([8080]);
        newer.Networks.ShouldBe(["default"]);
        newer.Volumes.ShouldBe(["data"]);
    }

    [Fact]
    public void What_is_put_over_the_file_labels_everything_and_publishes_on_loopback()
    {
        var definition = ComposeFolder.Whole with
        {
            Services = ["api"],
            Stores = [ComposeStore.PostgreSql("db", "u", "p", "d")],
            Limits = new Dictionary<string, ServiceLimits> { ["api"] = new(1.5, 64 << 20) },
        };
        var options = new EnvironmentOptions { RunId = "r1", Suite = "shop", Root = "/home/co$t", RunFolder = "/tmp/x" };

        using var put = JsonDocument.Parse(OverrideFile.Text(definition, Model(Older, "3.9"), options));

        var api = put.RootElement.GetProperty("services").GetProperty("api");
        api.GetProperty("ports")[0].GetString().ShouldBe("127.0.0.1::8000");
        api.GetProperty("cpus").GetDouble().ShouldBe(1.5);
        api.GetProperty("mem_limit").GetInt64().ShouldBe(64 << 20);
        api.GetProperty("memswap_limit").GetInt64().ShouldBe(64 << 20);
        put.RootElement.GetProperty("version").GetString().ShouldBe("3.9");
        put.RootElement.GetProperty("services").GetProperty("worker").TryGetProperty("ports", out _).ShouldBeFalse();
        JsonElement[] labelled =
        [
            api, api.GetProperty("build"), put.RootElement.GetProperty("services").GetProperty("worker"),
            put.RootElement.GetProperty("networks").GetProperty("front"), put.RootElement.GetProperty("networks").GetProperty("default"),
            put.RootElement.GetProperty("volumes").GetProperty("data"),
        ];
        foreach (var labels in labelled.Select(one => one.GetProperty("labels")))
        {
            labels.GetProperty("perfgate.tool").GetString().ShouldBe("perfgate");
            labels.GetProperty("perfgate.run").GetString().ShouldBe("r1");
            labels.GetProperty("perfgate.suite").GetString().ShouldBe("shop");
            labels.GetProperty("perfgate.pid").GetString().ShouldBe($"{Environment.ProcessId}");
            labels.GetProperty("perfgate.root").GetString().ShouldBe("/home/co$$t");
            labels.TryGetProperty("perfgate.started", out _).ShouldBeTrue();
        }

        put.RootElement.GetProperty("volumes").TryGetProperty("shared", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("zenzefi", "20261121-2115-ab12", "perfgate-zenzefi-20261121-2115-ab12")]
    [InlineData("My Suite", "R/1", "perfgate-my-suite-r-1")]
    public void A_project_is_called_after_suite_and_run(string suite, string run, string name) =>
        ComposeProject.NameOf(suite, run).ShouldBe(name);

    static ComposeModel Model(string yaml, string? version) => ComposeModel.Of(ComposeModel.Parse(yaml).ShouldNotBeNull(), version);
}
