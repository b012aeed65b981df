namespace PerfGate.Load.Scheduling;

/// <summary>Chooses the tasks of one class of users by their weights: a deck with as many cards of each task as its weight.</summary>
/// <remarks>
/// Independent draws would leave the shares of tasks to luck, and luck differs between two runs that are compared. So the
/// users of a class are dealt to in blocks as large as the deck: at each step a block's deck is shuffled anew and each user of
/// the block gets the card at its own place. A card alone is a weighted random draw and a user's cards are independent of one
/// another, as before; but within a block no card is dealt twice at a step, so a whole block's tasks match the weights
/// exactly, and a part of a block comes as near as drawing without replacement. This is stratified sampling over users, as
/// each column of a Latin hypercube is (McKay, Beckman and Conover 1979, "A comparison of three methods for selecting values
/// of input variables").
/// </remarks>
internal sealed class TaskDeck
{
    /// <summary>Decks with more cards are not dealt: no run has the users to fill a block. Each draw is independent then.</summary>
    public const int Largest = 10_000;

    readonly ulong key;
    readonly long[] upTo;
    readonly int prime;

    /// <summary>A deck.</summary>
    /// <param name="weights">The weights of the tasks, each at least 1.</param>
    /// <param name="key">Decides every shuffle.</param>
    public TaskDeck(IReadOnlyList<int> weights, ulong key)
    {
        this.key = key;
        var unit = weights.Aggregate(0, GreatestCommonDivisor);
        upTo = new long[weights.Count];
        foreach (var (index, weight) in weights.Index()) upTo[index] = Cards += weight / unit;
        prime = Cards > Largest ? 0 : PrimeFrom((int)Cards);
    }

    /// <summary>How many cards there are: the weights together, after division by what divides them all.</summary>
    public long Cards { get; }

    /// <summary>The index of the task for a user's step, counted from 0.</summary>
    public int TaskAt(Seat seat, long step)
    {
        var card = CardAt(seat, step);
        var index = 0;
        while (card >= upTo[index]) index++;
        return index;
    }

    /// <summary>The card for a user's step: at least 0, below <see cref="Cards"/>.</summary>
    public long CardAt(Seat seat, long step)
    {
        if (Cards > Largest) return Below(Cards, KeyOf(seat.Ordinal, seat.Turn, step));
        var (block, place) = Math.DivRem(seat.Ordinal, (int)Cards);
        return Shuffled(place, KeyOf(block, seat.Turn, step));
    }

    // An affine map over a prime field scatters any two places like two cards drawn without replacement (Carter and Wegman
    // 1979); over the number of cards itself it would not: of six cards, neighbours would stay neighbours. Where the prime
    // is larger than the deck, cards outside it are walked past (Black and Rogaway 2002), which leaves a permutation, and
    // cutting the deck makes every card exactly as likely as any other.
    long Shuffled(long place, ulong bits)
    {
        var factor = 1 + Below(prime - 1, bits = Seeds.Mix(bits));
        var shift = Below(prime, bits = Seeds.Mix(bits));
        var cut = Below(Cards, Seeds.Mix(bits));
        do place = (factor * place + shift) % prime;
        while (place >= Cards);
        return (place + cut) % Cards;
    }

    ulong KeyOf(int block, int turn, long step) => Seeds.Mix(Seeds.Mix(Seeds.Mix(key + (uint)block) + (uint)turn) + (ulong)step);

    static long Below(long limit, ulong bits) => (long)Math.BigMul((ulong)limit, bits, out _);

    static int GreatestCommonDivisor(int a, int b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);

    static int PrimeFrom(int least)
    {
        var number = Math.Max(2, least);
        while (!IsPrime(number)) number++;
        return number;
    }

    static bool IsPrime(int number)
    {
        for (var divisor = 2; divisor * divisor <= number; divisor++)
            if (number % divisor == 0)
                return false;
        return true;
    }
}
