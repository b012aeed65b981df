using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ReferenceSystem.Http;

/// <summary>One thing that is wrong with the input.</summary>
/// <param name="Type">A short name of the rule that was broken.</param>
/// <param name="Loc">Where: <c>body</c> or <c>query</c>, then the field.</param>
/// <param name="Msg">What the rule asks for.</param>
/// <param name="Input">The value seen.</param>
/// <param name="Ctx">The limits of the rule, when it has any.</param>
internal sealed record FieldProblem(
    string Type,
    IReadOnlyList<string> Loc,
    string Msg,
    JsonElement? Input,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonObject? Ctx = null);
