using System.Text.Json;

namespace ReferenceSystem.Http;

internal static class JsonText
{
    /// <summary>
    /// Whether every name and text below is Unicode. The parser lets bytes and escapes pass that are not, such as half
    /// of a surrogate pair, and they would break whoever reads or echoes them later.
    /// </summary>
    public static bool IsUnicode(JsonElement element)
    {
        try
        {
            Read(element);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    static void Read(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    _ = property.Name;
                    Read(property.Value);
                }

                break;

            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Read(item);
                }

                break;

            case JsonValueKind.String:
                _ = element.GetString();
                break;
        }
    }
}
