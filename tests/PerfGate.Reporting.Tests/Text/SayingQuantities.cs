using PerfGate.Reporting.Text;

namespace PerfGate.Reporting.Tests.Text;

public sealed class SayingQuantities
{
    [Theory]
    [InlineData(0.0, "0 µs")]
    [InlineData(340.0, "340 µs")]
    [InlineData(999.4, "999 µs")]
    [InlineData(999.6, "1 ms")]
    [InlineData(3_412.0, "3.41 ms")]
    [InlineData(34_120.0, "34.1 ms")]
    [InlineData(341_200.0, "341 ms")]
    [InlineData(3_412_000.0, "3.41 s")]
    [InlineData(125_000_000.0, "2 min 5 s")]
    [InlineData(5_400_000_000.0, "1 h 30 min")]
    public void Times_take_the_unit_in_which_they_read_best(double micros, string said) => Quantity.Micros(micros).ShouldBe(said);

    [Theory]
    [InlineData(0.0, "0 %")]
    [InlineData(0.00001, "<0.01 %")]
    [InlineData(0.00179, "0.179 %")]
    [InlineData(0.05, "5 %")]
    [InlineData(1.0, "100 %")]
    public void A_share_that_is_not_zero_is_never_said_to_be_zero(double share, string said) => Quantity.Percent(share).ShouldBe(said);

    [Theory]
    [InlineData(0.042, "+4.2 %")]
    [InlineData(-0.12, "−12 %")]
    [InlineData(0.0001, "±0.0 %")]
    [InlineData(3.25, "+325 %")]
    public void Changes_carry_their_sign(double change, string said) => Quantity.Change(change).ShouldBe(said);

    [Fact]
    public void What_is_not_known_is_a_dash_and_no_zero()
    {
        string[] said =
        [
            Quantity.Micros(null), Quantity.Percent(null), Quantity.Change(null), Quantity.Count(null), Quantity.PerSecond(null),
            Quantity.Bytes(null), Quantity.Interval(null, 1), Quantity.Seconds(null),
        ];
        said.ShouldAllBe(s => s == "–");
    }

    [Theory]
    [InlineData(512.0, "512 B")]
    [InlineData(1536.0, "1.5 KiB")]
    [InlineData(327_155_712.0, "312 MiB")]
    public void Sizes_count_in_powers_of_1024(double bytes, string said) => Quantity.Bytes(bytes).ShouldBe(said);
}
