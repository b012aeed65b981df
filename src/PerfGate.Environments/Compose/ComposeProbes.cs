using PerfGate.Environments.Docker;
using PerfGate.Environments.Probes;

namespace PerfGate.Environments.Compose;

/// <summary>What is read beside the load: every container that runs, and every store that tells of itself.</summary>
internal static class ComposeProbes
{
    public static IEnumerable<IProbe> Of(
        DockerEngine engine,
        IReadOnlyList<ProjectContainer> containers,
        IEnumerable<string> services,
        IReadOnlyList<StoreAddress> stores,
        TimeProvider time)
    {
        var ofContainers = services
            .SelectMany(name => containers.Where(container => container.Service == name))
            .Where(container => container is { IsOneOff: false, IsRunning: true })
            .Select(container => (IProbe)new ContainerProbe(container.Service, container.Id, engine.Client, time));
        return ofContainers.Concat(stores.Select(Of).OfType<IProbe>());
    }

    static IProbe? Of(StoreAddress address) => address.Store.Kind switch
    {
        StoreKind.PostgreSql => new PostgresProbe(address.Store.Name, address.Connection),
        StoreKind.Redis => new RedisProbe(address.Store.Name, "127.0.0.1", address.Port, address.Store.Password),
        _ => null,
    };
}
