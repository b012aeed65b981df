// A build prints to the console of the process, which every test listens to.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
