using Octokit.Internal;

namespace Octokit;

/// <summary>
/// A word of GitHub's, with its meaning where that is known: GitHub adds words faster than libraries learn them.
/// Two are equal where the words are, without regard to case.
/// </summary>
/// <typeparam name="TEnum">The meanings known, an enum.</typeparam>
public readonly struct StringEnum<TEnum> : IEquatable<StringEnum<TEnum>>
    where TEnum : struct
{
    /// <summary>A known word.</summary>
    /// <exception cref="ArgumentException">The value is none of the enum's.</exception>
    public StringEnum(TEnum parsedValue) => StringValue = EnumText<TEnum>.Of(parsedValue);

    /// <summary>A word, known or not.</summary>
    /// <exception cref="ArgumentException">There is no word.</exception>
    public StringEnum(string stringValue)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(stringValue);
        StringValue = stringValue;
    }

    /// <summary>The word; <c>null</c> of the default, where GitHub said nothing.</summary>
    public string StringValue { get; }

    /// <summary>What it means.</summary>
    /// <exception cref="ArgumentException">That is not known.</exception>
    public TEnum Value => TryParse(out var value) ? value : throw EnumText<TEnum>.NotA(StringValue);

    /// <summary>A known word.</summary>
    public static implicit operator StringEnum<TEnum>(TEnum parsedValue) => new(parsedValue);

    /// <summary>A word, known or not.</summary>
    public static implicit operator StringEnum<TEnum>(string value) => new(value);

    /// <summary>Whether both are the same word.</summary>
    public static bool operator ==(StringEnum<TEnum> left, StringEnum<TEnum> right) => left.Equals(right);

    /// <summary>Whether they are different words.</summary>
    public static bool operator !=(StringEnum<TEnum> left, StringEnum<TEnum> right) => !left.Equals(right);

    /// <summary>Asks what it means, where that may not be known.</summary>
    public bool TryParse(out TEnum value) => EnumText<TEnum>.TryParse(StringValue, out value);

    /// <inheritdoc/>
    public bool Equals(StringEnum<TEnum> other) =>
        string.Equals(StringValue, other.StringValue, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object obj) => obj is StringEnum<TEnum> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(StringValue ?? "");

    /// <summary>The word.</summary>
    public override string ToString() => StringValue;
}
