using Acceptance.Harness;

// Load tests share the machine's processors: one after the other, or they would measure each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(Checkout))]
