using System.Net;

namespace PerfGate.Load.Transports;

/// <summary>One user's cookies; made when first needed, because most users of most systems never have any.</summary>
internal sealed class CookieJar
{
    CookieContainer? container;

    public CookieContainer Container => container ?? Interlocked.CompareExchange(ref container, new(), null) ?? container;

    public bool IsEmpty => container is not { Count: > 0 };

    /// <summary>Keeps a cookie as a reply sets it; one that breaks the rules is left out, as browsers do.</summary>
    public void Take(Uri address, string setCookie)
    {
        try
        {
            Container.SetCookies(address, setCookie);
        }
        catch (CookieException)
        {
            // The reply counts all the same.
        }
    }
}
