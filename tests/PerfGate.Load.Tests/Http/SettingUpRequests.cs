using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace PerfGate.Load.Tests.Http;

public abstract class SettingUpRequests(TransportKind transport)
{
    public sealed class OverHttpClient() : SettingUpRequests(TransportKind.HttpClient);

    public sealed class Lean() : SettingUpRequests(TransportKind.Lean);

    static readonly Endpoint Items = Endpoint.Post("/items?fixed=1");

    [Fact]
    public async Task Path_query_headers_and_body_arrive_as_they_were_set()
    {
        var seen = await Echo(user => user.Http.Send(Items, r => r
            .Path("/items/42?a=1").Query("name", "K & Ü").Query("limit", 10).Query("empty", null)
            .Header("X-Device", "d1").Json(new { duration_hours = 12, Scope = "full" })));

        seen.ShouldContain("POST /items/42?a=1&name=K%20%26%20%C3%9C&limit=10&empty=");
        seen.ShouldContain("X-Device: d1");
        seen.ShouldContain("Content-Type: application/json");
        seen.ShouldContain("""{"duration_hours":12,"scope":"full"}""");
    }

    [Fact]
    public async Task Without_a_setup_the_endpoint_is_sent_as_it_is() =>
        (await Echo(user => user.Http.Send(Items))).ShouldStartWith("POST /items?fixed=1\n");

    [Fact]
    public async Task A_query_is_added_to_the_endpoints_own() =>
        (await Echo(user => user.Http.Send(Items, r => r.Query("more", true)))).ShouldStartWith("POST /items?fixed=1&more=True\n");

    [Fact]
    public async Task A_form_is_sent_as_one()
    {
        var seen = await Echo(user => user.Http.Send(Items, r => r.Form([new("user", "a b"), new("pass", "x&y")])));
        seen.ShouldContain("Content-Type: application/x-www-form-urlencoded");
        seen.ShouldContain("user=a+b&pass=x%26y");
    }

    [Fact]
    public async Task The_users_headers_go_with_every_request_unless_the_request_has_its_own()
    {
        var seen = await Echo(user =>
        {
            user.Http.Headers["Authorization"] = "Bearer 1";
            user.Http.Headers["X-Device"] = "user's";
            return user.Http.Send(Items, r => r.Header("x-device", "request's"));
        });
        seen.ShouldContain("Authorization: Bearer 1");
        seen.ShouldContain("request's");
        seen.ShouldNotContain("user's");
    }

    [Fact]
    public async Task A_path_of_the_target_is_put_before_every_path()
    {
        var seen = "";
        await using var system = await TestSystem.Start(Echo);
        await Script.Run(new Uri(system.Address, "/base/"), transport, async user => seen = (await user.Http.Send(Items)).Text);
        seen.ShouldStartWith("POST /base/items?fixed=1\n");
    }

    [Fact]
    public async Task Requests_are_counted_under_the_endpoints_name_or_their_own()
    {
        await using var system = await TestSystem.Answering(200);
        var result = await Script.Run(system.Address, transport, async user =>
        {
            using (await user.Http.Send(Items, r => r.Path("/items/1"))) { }
            using (await user.Http.Send(Items, r => r.Path("/items/2"))) { }
            using (await user.Http.Send(Items, r => r.Named("/items (special)"))) { }
        });
        result.Stages.Single().Endpoints.Select(e => (e.Method, e.Name, e.Requests)).ShouldBe([("POST", "/items", 2), ("POST", "/items (special)", 1)]);
    }

    [Fact]
    public async Task Cookies_are_kept_and_sent_back_by_each_user_for_itself()
    {
        var seen = new List<string>();
        await using var system = await TestSystem.Start(app => app.Run(context =>
        {
            seen.Add(context.Request.Headers.Cookie.ToString());
            context.Response.Cookies.Append("session", "s1");
            return Task.CompletedTask;
        }));
        for (var run = 0; run < 2; run++)
            await Script.Run(system.Address, transport, async user =>
            {
                (await user.Http.Send(Items)).Dispose();
                (await user.Http.Send(Items)).Dispose();
            });
        seen.ShouldBe(["", "session=s1", "", "session=s1"]);
    }

    async Task<string> Echo(Func<UserContext, ValueTask<Reply>> send)
    {
        var seen = "";
        await using var system = await TestSystem.Start(Echo);
        await Script.Run(system.Address, transport, async user => seen = (await send(user)).Text);
        return seen;
    }

    static void Echo(WebApplication app) => app.Run(async context =>
    {
        var text = new StringBuilder().Append($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}\n");
        foreach (var (name, value) in context.Request.Headers) text.Append($"{name}: {value}\n");
        text.Append(await new StreamReader(context.Request.Body).ReadToEndAsync());
        await context.Response.WriteAsync(text.ToString());
    });
}
