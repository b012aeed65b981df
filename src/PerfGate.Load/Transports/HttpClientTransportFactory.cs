using System.Net;

namespace PerfGate.Load.Transports;

internal sealed class HttpClientTransportFactory(LoadClock clock, HostGuard guard) : ITransportFactory
{
    public ITransport Open(CookieContainer cookies) => new HttpClientTransport(clock, guard, cookies);
}
