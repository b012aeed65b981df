namespace Zenzefi.Api.Limits;

/// <summary>At most so many requests in any span of this length.</summary>
internal sealed record Limit(int Requests, TimeSpan Window)
{
    static readonly Limit Auth = new(5, TimeSpan.FromHours(1));
    static readonly Limit Api = new(100, TimeSpan.FromMinutes(1));
    static readonly Limit Proxy = new(1_000, TimeSpan.FromMinutes(1));

    public static Limit Of(LimitClass limited) => limited switch
    {
        LimitClass.Auth => Auth,
        LimitClass.Api => Api,
        LimitClass.Proxy => Proxy,
        _ => throw new ArgumentOutOfRangeException(nameof(limited), limited, "No limit is known for this class."),
    };
}
