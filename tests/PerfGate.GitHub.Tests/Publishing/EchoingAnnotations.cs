namespace PerfGate.GitHub.Tests.Publishing;

public sealed class EchoingAnnotations
{
    [Theory]
    [InlineData(AnnotationLevel.Failure, "error")]
    [InlineData(AnnotationLevel.Warning, "warning")]
    [InlineData(AnnotationLevel.Notice, "notice")]
    public void Each_level_has_its_command(AnnotationLevel level, string command) =>
        WorkflowCommand.Of(new("src/a.cs", 3, level, "Slower.")).ShouldBe($"::{command} file=src/a.cs,line=3::Slower.");

    [Fact]
    public void Text_cannot_begin_another_command() =>
        WorkflowCommand.Of(new("a,line=1::x\n::b", 0, AnnotationLevel.Failure, "100 %\r\n::add-mask::x"))
            .ShouldBe("::error file=a%2Cline=1%3A%3Ax%0A%3A%3Ab,line=1::100 %25%0D%0A::add-mask::x");
}
