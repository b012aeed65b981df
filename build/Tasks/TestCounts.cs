using System.Globalization;
using System.Xml.Linq;

namespace Build.Tasks;

/// <summary>How many tests did what.</summary>
internal sealed record TestCounts(int Passed, int Failed, int Skipped)
{
    public static TestCounts operator +(TestCounts a, TestCounts b) =>
        new(a.Passed + b.Passed, a.Failed + b.Failed, a.Skipped + b.Skipped);

    /// <summary>Reads a TRX file; null when there is none.</summary>
    public static TestCounts? Read(string trx)
    {
        if (!File.Exists(trx)) return null;
        var counters = XDocument.Load(trx).Descendants().First(e => e.Name.LocalName == "Counters");
        int Of(string name) => int.Parse(counters.Attribute(name)?.Value ?? "0", CultureInfo.InvariantCulture);
        return new TestCounts(Of("passed"), Of("failed") + Of("error"), Of("total") - Of("executed"));
    }

    public override string ToString() => Skipped == 0 ? $"{Passed} passed, {Failed} failed" : $"{Passed} passed, {Failed} failed, {Skipped} skipped";
}
