namespace PerfGate.Load.Tests.Crowd;

/// <summary>Says hello, reads pages, says bye: each over HTTP.</summary>
internal class Visitor : HttpUser
{
    static readonly Endpoint Hello = Endpoint.Post("/hello"), Page = Endpoint.Get("/page"), Bye = Endpoint.Post("/bye");

    public override Pace Pace => Pace.Between(10.Milliseconds(), 50.Milliseconds());

    public override async Task OnStart(UserContext user) => await user.Http.Send(Hello, r => r.Json(new { user.Number }));

    public override async Task OnStop(UserContext user) => await user.Http.Send(Bye);

    [UserTask]
    public async Task Read(UserContext user)
    {
        using var reply = await user.Http.Send(Page);
        reply.ExpectStatus(200);
    }
}
