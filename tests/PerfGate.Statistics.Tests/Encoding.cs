using System.Buffers.Binary;
using System.IO.Compression;
using FsCheck;
using FsCheck.Fluent;

namespace PerfGate.Statistics.Tests;

public sealed class Encoding
{
    [Fact]
    public void Every_count_and_quantile_survives_a_round_trip() =>
        Prop.ForAll(Micros.Lists, values =>
        {
            var before = Micros.Histogram(values);
            var after = HdrHistogram.Decode(before.Encode());
            after.Count.ShouldBe(before.Count);
            after.Buckets().ShouldBe(before.Buckets());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Exact_ends_kept_beside_it_make_the_round_trip_exact() =>
        Prop.ForAll(Micros.Lists, values =>
        {
            var before = Micros.Histogram(values);
            var after = HdrHistogram.Decode(before.Encode()).WithEnds(before.MinMicros, before.MaxMicros);
            (after.Count, after.MinMicros, after.MaxMicros).ShouldBe((before.Count, before.MinMicros, before.MaxMicros));
            after.Buckets().ShouldBe(before.Buckets());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Without_them_the_ends_are_those_of_their_buckets()
    {
        var histogram = new HdrHistogram();
        histogram.Record(100_001);
        var read = HdrHistogram.Decode(histogram.Encode());
        (read.MinMicros, read.MaxMicros).ShouldBe((99_968, 100_031));
    }

    [Fact]
    public void Ends_outside_the_first_and_last_bucket_are_refused()
    {
        var histogram = Micros.Histogram([100, 200]);
        Should.Throw<ArgumentOutOfRangeException>(() => histogram.WithEnds(99, 200));
        Should.Throw<ArgumentOutOfRangeException>(() => histogram.WithEnds(100, 201));
        Should.Throw<ArgumentOutOfRangeException>(() => new HdrHistogram().WithEnds(0, 1));
    }

    [Theory]
    [MemberData(nameof(ForeignHistogram.Names), MemberType = typeof(ForeignHistogram))]
    public void What_hdr_histogram_js_wrote_is_read(string name)
    {
        var foreign = ForeignHistogram.Named(name);
        var read = HdrHistogram.Decode(foreign.Encoded);
        read.Count.ShouldBe(foreign.Total);
        read.Buckets().ShouldBe(foreign.Ours().Buckets());
    }

    [Theory]
    [MemberData(nameof(ForeignHistogram.Names), MemberType = typeof(ForeignHistogram))]
    public void What_we_write_unpacks_to_the_bytes_that_hdr_histogram_js_writes(string name)
    {
        var foreign = ForeignHistogram.Named(name);
        var (ours, theirs) = (Unpacked(foreign.Ours().Encode()), Unpacked(foreign.Encoded));
        // It writes 1 for the offset at 8, and the ratio at 32 as an integer; the others write 0 and a floating 1.
        ours[..8].ShouldBe(theirs[..8]);
        ours[12..32].ShouldBe(theirs[12..32]);
        ours[40..].ShouldBe(theirs[40..]);
    }

    [Fact]
    public void The_header_is_the_one_of_the_reference_implementation()
    {
        var header = Unpacked(Micros.Histogram([1]).Encode()).AsSpan(0, 40);
        Convert.ToHexString(header).ShouldBe("1C849313" + "00000002" + "00000000" + "00000003" + "0000000000000001" + "00000000D693A400" + "3FF0000000000000");
    }

    [Theory]
    [InlineData("", "it holds 0 bytes")]
    [InlineData("not base64!", "it is not base64")]
    [InlineData("AAAAAAAAAAAAAAAA", "it begins with 0x00000000")]
    [InlineData("HISTFAAAAB54nJNpmSzMwMDACMXMDBAAYjNcm7yEAc", "it is not base64")]
    [InlineData("HISTFAAAACh4nJNpmSzMwMDAysDAwMjAwMDEAAEgNsO1yUsYYHxOpmYRFgBbvAQE", "its number of significant digits is 2, and only 3")]
    [InlineData("HISTFAAAACt4nJNpmSzMwMDAxsDAwMjAwMDMAAbML0DktclLGKCAUZDpNyMLAwB25gVd", "its lowest value is 1000, and only 1")]
    [InlineData("HISTFAAAACl4nJNpmSzMwMDAxsDAwMjAwMDMAAEgNkfikQwGGJ+T6XYXMwsAWqkEXw==", "it counts values above 3600000000 us")]
    public void Anything_else_is_refused_with_the_reason(string text, string reason) =>
        Should.Throw<FormatException>(() => HdrHistogram.Decode(text)).Message.ShouldContain(reason);

    [Fact]
    public void A_histogram_for_another_largest_value_is_read_as_long_as_its_values_fit()
    {
        // hdr-histogram-js, resizing by itself: 5 once, 70,000 twice.
        var read = HdrHistogram.Decode("HISTFAAAACZ4nJNpmSzMwMDAysDAwMjAwMDMAAGMEPL/fxifk+lvAQsAWfEEzQ==");
        read.Buckets().Select(b => b.Count).ShouldBe([1, 2]);
        read.MinMicros.ShouldBe(5);
    }

    [Fact]
    public void No_damage_of_a_byte_leads_to_anything_but_a_histogram_or_a_clear_refusal()
    {
        var bytes = Convert.FromBase64String(ForeignHistogram.Named("spread over the whole range").Encoded);
        for (var i = 0; i < bytes.Length; i++)
        {
            var damaged = bytes.ToArray();
            damaged[i] ^= 0x55;
            Survives(Convert.ToBase64String(damaged));
            Survives(Convert.ToBase64String(bytes[..i]));
        }

        static void Survives(string text)
        {
            try { HdrHistogram.Decode(text).Count.ShouldBePositive(); }
            catch (FormatException e) { e.Message.ShouldStartWith("This is not an encoded histogram"); }
        }
    }

    [Fact]
    public void A_text_that_unpacks_to_a_flood_is_refused()
    {
        var flood = Packed(new byte[50_000_000]);
        Should.Throw<FormatException>(() => HdrHistogram.Decode(flood)).Message.ShouldContain("it unpacks to more than");
        Should.Throw<FormatException>(() => HdrHistogram.Decode(new string('A', 10_000_000))).Message.ShouldContain("characters long");
    }

    [Fact]
    public void Counts_that_overflow_are_refused()
    {
        var plain = Unpacked(Micros.Histogram([1]).Encode());
        var most = new byte[2 * ZigZag.MostBytes];
        ZigZag.Write(most, long.MaxValue).ShouldBe(9);
        ZigZag.Write(most.AsSpan(9), long.MaxValue).ShouldBe(9);
        BinaryPrimitives.WriteInt32BigEndian(plain.AsSpan(4), most.Length);
        Should.Throw<FormatException>(() => HdrHistogram.Decode(Packed([.. plain[..40], .. most]))).Message.ShouldContain("add up to more than");
    }

    [Fact]
    public void Any_number_survives_zig_zag() =>
        Prop.ForAll(ArbMap.Default.ArbFor<long>(), Number).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 1)]
    [InlineData(63, 1)]
    [InlineData(64, 2)]
    [InlineData(-64, 1)]
    [InlineData(-65, 2)]
    [InlineData(long.MaxValue, 9)]
    [InlineData(long.MinValue, 9)]
    public void Small_numbers_are_short(long number, int bytes)
    {
        ZigZag.Write(new byte[ZigZag.MostBytes], number).ShouldBe(bytes);
        Number(number);
    }

    static void Number(long number)
    {
        var bytes = new byte[ZigZag.MostBytes];
        ReadOnlySpan<byte> written = bytes.AsSpan(0, ZigZag.Write(bytes, number));
        ZigZag.TryRead(ref written, out var read).ShouldBeTrue();
        read.ShouldBe(number);
        written.Length.ShouldBe(0);
    }

    static byte[] Unpacked(string text)
    {
        using var zlib = new ZLibStream(new MemoryStream(Convert.FromBase64String(text)[8..]), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        zlib.CopyTo(plain);
        return plain.ToArray();
    }

    static string Packed(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(plain);
        var header = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(header, 0x1c849314);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), (int)packed.Length);
        return Convert.ToBase64String([.. header, .. packed.ToArray()]);
    }
}
