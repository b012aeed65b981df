namespace PerfGate.Load.Transports;

/// <summary>Opens a transport for each user of a run.</summary>
internal interface ITransportFactory
{
    ITransport Open(CookieJar cookies);
}
