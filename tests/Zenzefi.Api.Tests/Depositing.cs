using System.Text.Json;
using Zenzefi.Api.Tests.Support;

namespace Zenzefi.Api.Tests;

public sealed class Depositing(SharedServer shared)
{
    [Fact]
    public async Task Adds_to_the_balance_and_sends_money_as_text()
    {
        var user = await shared.Server.UserAsync(deposit: 20.5m);

        var reply = await user.PostTextAsync("/api/v1/currency/mock-purchase", """{"amount": 500}""");

        reply.Status.ShouldBe(200);
        reply.Names.ShouldBe(["success", "amount", "new_balance", "message"]);
        reply["success"].ShouldBe("True");
        reply.Json.GetProperty("amount").ValueKind.ShouldBe(JsonValueKind.String);
        reply["amount"].ShouldBe("500");
        reply.Json.GetProperty("new_balance").ValueKind.ShouldBe(JsonValueKind.String);
        reply["new_balance"].ShouldBe("520.50");
        (await user.BalanceAsync()).ShouldBe("520.50");
    }

    [Theory]
    [InlineData("500", "500", "500.00")]
    [InlineData("12.5", "12.5", "12.50")]
    [InlineData("0.01", "0.01", "0.01")]
    [InlineData("\"99.90\"", "99.90", "99.90")]
    public async Task Takes_numbers_and_numeric_text_and_echoes_their_form(string sent, string echoed, string balance)
    {
        var user = await shared.Server.UserAsync();

        var reply = await user.PostTextAsync("/api/v1/currency/mock-purchase", $$"""{"amount": {{sent}}}""");

        reply["amount"].ShouldBe(echoed);
        reply["new_balance"].ShouldBe(balance);
    }

    [Theory]
    [InlineData("{}", "missing at body.amount")]
    [InlineData("""{"amount": 0}""", "greater_than at body.amount")]
    [InlineData("""{"amount": -1}""", "greater_than at body.amount")]
    [InlineData("""{"amount": "much"}""", "decimal_parsing at body.amount")]
    [InlineData("""{"amount": null}""", "decimal_parsing at body.amount")]
    [InlineData("""{"amount": 0.001}""", "decimal_max_places at body.amount")]
    [InlineData("""{"amount": 100000000}""", "decimal_whole_digits at body.amount")]
    [InlineData("[]", "model_attributes_type at body")]
    [InlineData("{", "json_invalid at body")]
    [InlineData("", "json_invalid at body")]
    public async Task Refuses_what_is_no_amount(string body, string problem)
    {
        var user = await shared.Server.UserAsync();

        var reply = await user.PostTextAsync("/api/v1/currency/mock-purchase", body);

        reply.Status.ShouldBe(422);
        reply.Problems.ShouldBe([problem]);
        (await user.BalanceAsync()).ShouldBe("0.00");
    }

    [Fact]
    public async Task Names_the_value_and_the_limit_of_a_refusal()
    {
        var user = await shared.Server.UserAsync();

        var problem = (await user.DepositAsync(-1)).Json.GetProperty("detail")[0];

        problem.GetProperty("input").GetInt32().ShouldBe(-1);
        problem.GetProperty("ctx").GetProperty("gt").GetInt32().ShouldBe(0);
        problem.GetProperty("msg").GetString().ShouldBe("Input should be greater than 0");
    }

    [Fact]
    public async Task Keeps_a_balance_within_its_column()
    {
        var user = await shared.Server.UserAsync(deposit: 99_999_999.99m);

        var reply = await user.DepositAsync(0.01m);

        reply.Status.ShouldBe(400);
        reply.Detail.ShouldContain("99999999.99");
        (await user.BalanceAsync()).ShouldBe("99999999.99");
    }
}
