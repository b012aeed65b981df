using PerfGate.Frosting;
using Zenzefi;

return PerfHost.Create()
    .Add<ZenzefiSuite>()
    .Accept("tests", "only the test projects with this in their name")
    .Run(args);
