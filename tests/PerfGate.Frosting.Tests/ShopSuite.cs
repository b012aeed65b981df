using PerfGate.Environments.Embedded;
using PerfGate.Gate.Suites;
using PerfGate.Load;

namespace PerfGate.Frosting.Tests;

/// <summary>A suite that is in order.</summary>
public sealed class ShopSuite : PerfSuite
{
    public override string Name => "shop";

    public override string Folder => ".";

    protected override void Define(SuiteBuilder suite) => suite
        .Users<Customer>(weight: 9)
        .Users<Seller>()
        .Mix("equals", mix => mix.Users<Customer>().Users<Seller>())
        .Mix("customers", mix => mix.Users<Customer>())
        .Profile("open", p => p.HoldRate(20, 10.Seconds()))
        .Fault("cpu", "FAULT_CPU_PERCENT={value}")
        .Fault("slow-tail", "FAULT_SLOW_TAIL_PERCENT={value}", "FAULT_SLOW_TAIL_MS=50")
        .Fault("n-plus-one", "FAULT_N_PLUS_ONE=1")
        .Option("coupon", "a coupon")
        .Option("password", "a secret", secret: true)
        .Embedded(new EmbeddedDefinition { Services = [new ServiceDefinition { Name = "shop", Program = "shop" }] });

    public sealed class Customer : VirtualUser
    {
        [UserTask]
        public Task Look(UserContext user) => Task.CompletedTask;
    }
    public sealed class Seller : VirtualUser
    {
        [UserTask]
        public Task Sell(UserContext user) => Task.CompletedTask;
    }
}
