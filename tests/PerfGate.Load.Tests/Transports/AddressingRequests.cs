using System.Text;
using PerfGate.Load.Transports;

namespace PerfGate.Load.Tests.Transports;

public sealed class AddressingRequests
{
    [Theory]
    [InlineData("http://localhost/", "Host: localhost\r\n")]
    [InlineData("http://localhost:81/", "Host: localhost:81\r\n")]
    [InlineData("https://localhost/", "Host: localhost\r\n")]
    [InlineData("https://localhost:80/", "Host: localhost:80\r\n")]
    [InlineData("http://[::1]:5000/", "Host: [::1]:5000\r\n")]
    [InlineData("http://[::1]/", "Host: [::1]\r\n")]
    public void The_host_is_named_with_its_port_unless_the_scheme_implies_it(string address, string line) =>
        Encoding.ASCII.GetString(new RequestTarget(HttpMethod.Get, new Uri(address)).Host).ShouldBe(line);

    [Fact]
    public void A_path_is_escaped() =>
        Encoding.ASCII.GetString(new RequestTarget(HttpMethod.Put, new Uri("http://localhost/a b/ü?q=ß&r=%20")).Line)
            .ShouldBe("PUT /a%20b/%C3%BC?q=%C3%9F&r=%20 HTTP/1.1\r\n");

    [Theory]
    [InlineData("GET", true, false)]
    [InlineData("HEAD", true, false)]
    [InlineData("PUT", true, true)]
    [InlineData("DELETE", true, false)]
    [InlineData("POST", false, true)]
    [InlineData("PATCH", false, true)]
    [InlineData("PURGE", false, true)]
    public void What_may_be_repeated_and_what_announces_that_it_has_no_body(string method, bool repeatable, bool announces)
    {
        var target = new RequestTarget(new HttpMethod(method), new Uri("http://localhost/"));
        (target.IsRepeatable, target.AnnouncesNoBody).ShouldBe((repeatable, announces));
    }
}
