namespace CoreVia.Users;

/// <summary>What users draw from their random source.</summary>
internal static class RandomExtensions
{
    /// <summary>One of several, each as likely as the others.</summary>
    public static T OneOf<T>(this Random random, IReadOnlyList<T> values) => values[random.Next(values.Count)];

    /// <summary>A whole number, both ends included.</summary>
    public static int Whole(this Random random, int least, int most) => random.Next(least, most + 1);

    /// <summary>A number between two others, rounded.</summary>
    public static double Between(this Random random, double least, double most, int digits) =>
        Math.Round(least + (random.NextDouble() * (most - least)), digits);
}
