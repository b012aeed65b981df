using CoreVia;
using PerfGate.Frosting;
using Zenzefi;

return PerfHost.Create()
    .Add<ZenzefiSuite>()
    .Add<CoreViaSuite>()
    .Accept("full", "benchmarks: the long runs too, an hour in all")
    .Accept("long", "only the tests that take minutes each")
    .Accept("memory-minutes", "benchmarks: the lengths of the runs whose memory is compared, such as 3,30")
    .Accept("only", "benchmarks: only these, such as cost,accuracy,lag,memory")
    .Accept("peers", "benchmarks: only programs with one of these in their names, such as lean,wrk")
    .Accept("quick", "benchmarks: short runs, once each")
    .Accept("repeat", "benchmarks: how often each run is repeated")
    .Accept("seconds", "benchmarks: how long each run takes")
    .Accept("tests", "only the test projects with this in their name")
    .Run(args);
