using System.Security.Cryptography.X509Certificates;

namespace PerfGate.Load.Transports;

internal sealed class HttpClientTransportFactory(LoadClock clock, HostGuard guard, X509Certificate2Collection? roots)
    : ITransportFactory
{
    public ITransport Open(CookieJar cookies) => new HttpClientTransport(clock, guard, cookies, roots);
}
