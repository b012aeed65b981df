using PerfGate.Gate.Findings;
using PerfGate.Gate.Records;

namespace PerfGate.Gate.Tests.Findings;

public sealed class AnswersThatAreExpected
{
    [Fact]
    public void A_status_of_business_is_a_remark_with_its_share()
    {
        var finding = Given.Run.Answering((200, 352), (402, 48)).Look<BusinessStatuses>().Single();
        finding.Evidence.ShouldBe("12 % of POST /buy with 402 were answered so and count as good.");
        finding.Span().ShouldBe((5, 25));
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(3, false)]
    public void One_in_a_hundred_is_worth_the_remark(long count, bool found) =>
        Given.Run.Answering((200, 400 - count), (402, count)).Finds<BusinessStatuses>().ShouldBe(found);

    [Fact]
    public void Answers_that_failed_were_not_expected() =>
        Failed(48, Given.Failure("expected 200, got 402", 48)).Answering((200, 352), (402, 48)).Look<BusinessStatuses>().ShouldBeEmpty();

    [Fact]
    public void Of_failures_for_another_reason_it_is_not_known_which_status_they_had()
    {
        Failed(48, Given.Failure("no cart in the reply", 48)).Answering((200, 352), (402, 48)).Look<BusinessStatuses>().ShouldBeEmpty();
        Failed(8, Given.Failure("no cart in the reply", 8)).Answering((200, 352), (402, 48)).Look<BusinessStatuses>().Single().Evidence.ShouldStartWith("10 % of");
    }

    [Fact]
    public void Requests_without_a_reply_take_nothing_away() =>
        Failed(40, Given.Failure("connection refused", 40)).Answering((0, 40), (200, 320), (402, 40)).Look<BusinessStatuses>().Single().Evidence.ShouldStartWith("10 % of");

    [Fact]
    public void Rate_limits_good_answers_and_unknown_ones_are_no_remark()
    {
        Given.Run.Answering((200, 300), (429, 100)).Look<BusinessStatuses>().ShouldBeEmpty();
        Given.Run.Answering((200, 300), (302, 100)).Look<BusinessStatuses>().ShouldBeEmpty();
        Given.Run.Look<BusinessStatuses>().ShouldBeEmpty();
    }

    static RunRecord Failed(long failures, FailureRecord reason) => Given.Run.Failing(reason) with
    {
        Endpoints = [.. Given.Run.Endpoints.Select(e => e.Name == "/buy" ? e with { Failures = failures } : e)],
    };
}
