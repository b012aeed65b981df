using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace PerfGate.Load.Tests.Http;

public abstract class FollowingRedirects(TransportKind transport)
{
    public sealed class OverHttpClient() : FollowingRedirects(TransportKind.HttpClient);

    public sealed class Lean() : FollowingRedirects(TransportKind.Lean);

    static readonly Endpoint Start = Endpoint.Post("/start");

    [Fact]
    public async Task A_redirect_within_the_host_is_followed_and_counted_as_one_request()
    {
        await using var system = await TestSystem.Start(app =>
        {
            app.MapPost("/start", () => TypedResults.Redirect("/next"));
            app.MapGet("/next", async () =>
            {
                await Task.Delay(200);
                return "arrived";
            });
        });
        var endpoint = await Script.RunOne(system.Address, transport, async user => (await user.Http.Send(Start, r => r.Json(1))).Text.ShouldBe("arrived"));

        (endpoint.Name, endpoint.Method, endpoint.Requests, endpoint.Failures).ShouldBe(("/start", "POST", 1, 0));
        endpoint.ResponseTime.MinMicros.ShouldBeGreaterThan(190_000);
        endpoint.ServiceTime.MinMicros.ShouldBeGreaterThan(190_000);
        system.AnsweredInAll.ShouldBe(2);
    }

    [Fact]
    public async Task A_307_keeps_the_method_and_the_body()
    {
        await using var system = await TestSystem.Start(app =>
        {
            app.MapPost("/start", () => TypedResults.Redirect("/next", preserveMethod: true));
            app.MapPost("/next", async (HttpRequest request) => "got " + await new StreamReader(request.Body).ReadToEndAsync());
        });
        await Script.Run(system.Address, transport, async user => (await user.Http.Send(Start, r => r.Json(7))).Text.ShouldBe("got 7"));
    }

    [Fact]
    public async Task A_redirect_away_from_the_host_is_not_followed_and_fails_with_the_reason()
    {
        await using var elsewhere = await TestSystem.Answering(200);
        await using var system = await TestSystem.Start(app => app.MapPost("/start", () => TypedResults.Redirect(elsewhere.Address + "taken")));
        var result = await Script.Run(system.Address, transport, async user => await user.Http.Send(Start));

        var (there, here) = (elsewhere.Address.GetLeftPart(UriPartial.Authority), system.Address.GetLeftPart(UriPartial.Authority));
        result.Failures.ShouldHaveSingleItem().Reason.ShouldBe($"redirect to {there} refused: only redirects within {here} are followed");
        elsewhere.AnsweredInAll.ShouldBe(0);
    }

    [Fact]
    public async Task A_redirect_that_is_not_followed_can_be_what_was_expected()
    {
        await using var system = await TestSystem.Start(app => app.MapPost("/start", () => TypedResults.Redirect("https://login.example/")));
        var endpoint = await Script.RunOne(system.Address, transport, async user =>
        {
            using var reply = await user.Http.Send(Start);
            reply.ExpectStatus(302).ShouldBeTrue();
            reply.Header("Location").ShouldBe("https://login.example/");
        });
        endpoint.Failures.ShouldBe(0);
    }

    [Fact]
    public async Task More_than_ten_redirects_are_a_failure()
    {
        await using var system = await TestSystem.Start(app => app.MapFallback(() => TypedResults.Redirect("/again")));
        var result = await Script.Run(system.Address, transport, async user => await user.Http.Send(Start));
        result.Failures.ShouldHaveSingleItem().Reason.ShouldBe("more than 10 redirects");
        system.AnsweredInAll.ShouldBe(11);
    }
}
