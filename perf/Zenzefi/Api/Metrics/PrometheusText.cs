using System.Globalization;
using System.Text;

namespace Zenzefi.Api.Metrics;

/// <summary>Writes the Prometheus text format, version 0.0.4.</summary>
internal sealed class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    readonly StringBuilder text = new(8 * 1024);

    public void Family(string name, string type, string help) =>
        text.Append("# HELP ").Append(name).Append(' ').Append(help)
            .Append("\n# TYPE ").Append(name).Append(' ').Append(type).Append('\n');

    public void Sample(string name, double value, params ReadOnlySpan<(string Name, string Value)> labels)
    {
        text.Append(name);
        for (var i = 0; i < labels.Length; i++)
        {
            text.Append(i == 0 ? '{' : ',').Append(labels[i].Name).Append("=\"");
            Escape(labels[i].Value);
            text.Append('"');
        }

        text.Append(labels.Length > 0 ? "} " : " ").Append(value.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
    }

    public override string ToString() => text.ToString();

    void Escape(string value)
    {
        foreach (var character in value)
        {
            text.Append(character switch { '\\' => @"\\", '"' => "\\\"", '\n' => @"\n", _ => character.ToString() });
        }
    }
}
