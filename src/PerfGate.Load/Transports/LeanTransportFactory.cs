using System.Security.Cryptography.X509Certificates;

namespace PerfGate.Load.Transports;

internal sealed class LeanTransportFactory(LoadClock clock, HostGuard guard, X509Certificate2Collection? roots)
    : ITransportFactory
{
    public ITransport Open(CookieJar cookies) => new LeanTransport(clock, guard, cookies, roots);
}
