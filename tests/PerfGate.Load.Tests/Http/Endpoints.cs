namespace PerfGate.Load.Tests.Http;

public sealed class Endpoints
{
    [Fact]
    public void An_endpoint_is_named_after_its_path_without_the_query()
    {
        Endpoint.Get("/items?limit=10").Name.ShouldBe("/items");
        Endpoint.Get("/items?limit=10").Path.ShouldBe("/items?limit=10");
        Endpoint.Post("/items").Named("create").Name.ShouldBe("create");
        Endpoint.Delete("/items/1").ToString().ShouldBe("DELETE /items/1");
    }

    [Theory]
    [InlineData("items")]
    [InlineData("")]
    [InlineData("//elsewhere/items")]
    [InlineData("http://elsewhere/items")]
    public void A_path_begins_with_one_slash(string path) =>
        Should.Throw<ArgumentException>(() => Endpoint.Get(path)).Message.ShouldContain("begins with one slash");
}
