using CoreVia;
using PerfGate.Frosting;
using Zenzefi;

return PerfHost.Create()
    .Add<ZenzefiSuite>()
    .Add<CoreViaSuite>()
    .Accept("long", "only the tests that take minutes each")
    .Accept("tests", "only the test projects with this in their name")
    .Run(args);
