namespace PerfGate.Load.Tests.Users;

public sealed class Tagging
{
    [Theory]
    [InlineData("", "", "read", true)]
    [InlineData("", "", "", true)]
    [InlineData("read", "", "read slow", true)]
    [InlineData("READ", "", "read", true)]
    [InlineData("read", "", "write", false)]
    [InlineData("read", "", "", false)]
    [InlineData("", "slow", "read slow", false)]
    [InlineData("", "slow", "read", true)]
    [InlineData("read", "slow", "read slow", false)]
    public void A_task_takes_part_when_one_tag_is_included_and_none_excluded(string include, string exclude, string tags, bool takesPart) =>
        Filter(include, exclude).Accepts(Words(tags)).ShouldBe(takesPart);

    [Fact]
    public void A_tag_that_no_task_has_is_a_problem_that_lists_the_tags() =>
        Filter("raed", "").Problems([UserClass.Of<Reader>()]).First()
            .ShouldBe("No task has the tag 'raed'; the tags are: read, slow. Tags are set by [UserTask(Tags = [...])].");

    [Fact]
    public void Tags_that_leave_no_task_are_a_problem() =>
        Filter("", "read").Problems([UserClass.Of<Reader>()]).ShouldHaveSingleItem().ShouldContain("leave no task to run");

    [Fact]
    public void Tags_that_leave_one_class_without_tasks_are_none() =>
        Filter("write", "").Problems([UserClass.Of<Reader>(), UserClass.Of<Writer>()]).ShouldBeEmpty();

    static TagFilter Filter(string include, string exclude) => new(Words(include), Words(exclude));

    static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    sealed class Reader : VirtualUser
    {
        [UserTask(Tags = ["read", "slow"])]
        public Task Read(UserContext user) => Task.FromResult(this);
    }

    sealed class Writer : VirtualUser
    {
        [UserTask(Tags = ["write"])]
        public Task Write(UserContext user) => Task.FromResult(this);
    }
}
