using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zenzefi.Api.Tests.Support;

namespace Zenzefi.Api.Tests;

public sealed class TransactionHistory(SharedServer shared)
{
    const string Path = "/api/v1/currency/transactions";

    [Fact]
    public async Task Has_the_newest_first_with_money_in_above_and_money_out_below_zero()
    {
        var user = await shared.Server.UserAsync(deposit: 500);
        await user.PurchaseAsync(12);

        var reply = await user.GetAsync(Path);

        reply.Status.ShouldBe(200);
        reply.Names.ShouldBe(["items", "total", "limit", "offset"]);
        (reply["total"], reply["limit"], reply["offset"]).ShouldBe(("2", "10", "0"));
        var (purchase, deposit) = (reply.Json.GetProperty("items")[0], reply.Json.GetProperty("items")[1]);
        purchase.EnumerateObject().Select(property => property.Name)
            .ShouldBe(["id", "amount", "transaction_type", "description", "payment_id", "created_at"]);
        purchase.GetProperty("amount").GetString().ShouldBe("-10.00");
        purchase.GetProperty("transaction_type").GetString().ShouldBe("purchase");
        purchase.GetProperty("payment_id").ValueKind.ShouldBe(JsonValueKind.Null);
        deposit.GetProperty("amount").GetString().ShouldBe("500.00");
        deposit.GetProperty("transaction_type").GetString().ShouldBe("deposit");
        deposit.GetProperty("created_at").ToString().ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$");
    }

    [Fact]
    public async Task Gives_every_deposit_of_a_user_the_payment_id_made_of_their_id()
    {
        var user = await shared.Server.UserAsync(deposit: 1);
        await user.DepositAsync(2);
        var id = await shared.Server.InDatabaseAsync(db => db.Users.Where(u => u.Email == user.Email).Select(u => u.Id).SingleAsync());
#pragma warning disable CA5351 // The contract's own choice; it protects nothing.
        var expected = "MOCK_" + Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(id.ToString()))).ToLowerInvariant()[..8];
#pragma warning restore CA5351

        (await ItemsAsync(user, "")).Select(item => item.GetProperty("payment_id").GetString()).ShouldBe([expected, expected]);
    }

    [Fact]
    public async Task Is_read_in_pages()
    {
        var user = await shared.Server.UserAsync();
        for (var amount = 1; amount <= 5; amount++)
        {
            await user.DepositAsync(amount);
        }

        (await AmountsAsync(user, "?limit=2")).ShouldBe(["5.00", "4.00"]);
        (await AmountsAsync(user, "?limit=2&offset=2")).ShouldBe(["3.00", "2.00"]);
        (await AmountsAsync(user, "?offset=5")).ShouldBeEmpty();
        (await user.GetAsync($"{Path}?limit=2&offset=4"))["total"].ShouldBe("5");
    }

    [Fact]
    public async Task Ignores_a_parameter_it_does_not_know()
    {
        var user = await shared.Server.UserAsync(deposit: 7);

        (await AmountsAsync(user, "?skip=5&limit=10")).ShouldBe(["7.00"]);
    }

    [Fact]
    public async Task Can_be_narrowed_to_one_type()
    {
        var user = await shared.Server.UserAsync(deposit: 500);
        await user.PurchaseAsync(1);

        (await AmountsAsync(user, "?transaction_type=purchase")).ShouldBe(["-1.00"]);
        (await AmountsAsync(user, "?transaction_type=refund")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("?limit=0", "greater_than_equal at query.limit")]
    [InlineData("?limit=101", "less_than_equal at query.limit")]
    [InlineData("?limit=ten", "int_parsing at query.limit")]
    [InlineData("?offset=-1", "greater_than_equal at query.offset")]
    [InlineData("?transaction_type=gift", "enum at query.transaction_type")]
    public async Task Refuses_parameters_out_of_range(string query, string problem)
    {
        var reply = await (await shared.Server.UserAsync()).GetAsync(Path + query);

        reply.Status.ShouldBe(422);
        reply.Problems.ShouldBe([problem]);
    }

    static async Task<IEnumerable<JsonElement>> ItemsAsync(Caller user, string query) =>
        (await user.GetAsync(Path + query)).Json.GetProperty("items").EnumerateArray();

    static async Task<IEnumerable<string?>> AmountsAsync(Caller user, string query) =>
        (await ItemsAsync(user, query)).Select(item => item.GetProperty("amount").GetString());
}
