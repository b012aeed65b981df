namespace Zenzefi.Api.Metrics;

/// <summary>Samples of one name.</summary>
internal interface IMetricFamily
{
    void WriteTo(PrometheusText text);
}
