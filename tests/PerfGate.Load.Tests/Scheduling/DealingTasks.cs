using FsCheck;
using FsCheck.Fluent;
using PerfGate.Load.Scheduling;

namespace PerfGate.Load.Tests.Scheduling;

public sealed class DealingTasks
{
    static readonly int[] Weights = [20, 8, 1];

    [Fact]
    public void Each_user_alone_does_its_tasks_in_proportion_to_the_weights()
    {
        const int steps = 29_000;
        var deck = Deck(Weights);
        foreach (var user in new[] { 0, 3, 28, 29, 500 })
        {
            var tasks = Steps(steps).Select(s => deck.TaskAt(new Seat(user, 0), s)).CountBy(t => t).ToDictionary();
            for (var task = 0; task < Weights.Length; task++)
                tasks[task].ShouldBeInRange(Low(Weights[task] / 29.0, steps), High(Weights[task] / 29.0, steps), $"user {user}, task {task}");
        }
    }

    [Fact]
    public void Every_card_is_as_likely_as_any_other_at_each_place_of_the_first_step()
    {
        const int seeds = 20_000;
        for (var place = 0; place < 4; place++)
        {
            var cards = Enumerable.Range(0, seeds).Select(s => Deck([2, 1, 1], s).CardAt(new Seat(place, 0), 0)).CountBy(c => c).ToDictionary();
            for (var card = 0; card < 4; card++) cards[card].ShouldBeInRange(Low(0.25, seeds), High(0.25, seeds), $"place {place}, card {card}");
        }
    }

    [Fact]
    public void As_many_users_as_cards_never_get_a_card_twice_at_the_same_step() =>
        Prop.ForAll(Gen.Choose(1, 60).NonEmptyListOf().ToArbitrary(), weights =>
        {
            var deck = Deck([.. weights]);
            return Steps(20).All(step => new[] { 0, 3 }.All(block => Users(block, deck)
                .Select(user => deck.CardAt(user, step)).Order().SequenceEqual(Enumerable.Range(0, (int)deck.Cards).Select(c => (long)c))));
        }).Holds();

    [Fact]
    public void So_their_tasks_match_the_weights_exactly_at_every_step()
    {
        var deck = Deck(Weights);
        foreach (var step in Steps(200))
            Users(block: 1, deck).Select(user => deck.TaskAt(user, step)).CountBy(t => t).OrderBy(t => t.Key).Select(t => t.Value).ShouldBe(Weights);
    }

    [Theory]
    [InlineData(3, 2, 1)]
    [InlineData(5, 3, 2)]
    [InlineData(9, 11)]
    [InlineData(12, 17, 1)]
    [InlineData(20, 8, 1)]
    public void Fewer_users_than_cards_come_as_near_to_the_weights_as_cards_drawn_without_replacement(params int[] weights)
    {
        const int steps = 40_000;
        var deck = Deck(weights);
        var (cards, users) = ((int)deck.Cards, (int)deck.Cards / 2);
        var share = (double)weights[0] / weights.Sum();
        var variance = Steps(steps)
            .Select(step => Enumerable.Range(0, users).Count(user => deck.TaskAt(new Seat(user, 0), step) == 0) - users * share)
            .Average(off => off * off);

        var withoutReplacement = users * share * (1 - share) * (cards - users) / (cards - 1);
        variance.ShouldBe(withoutReplacement, tolerance: 0.1 * withoutReplacement);
    }

    [Fact]
    public void What_a_user_does_next_does_not_depend_on_what_it_did()
    {
        const int steps = 50_000;
        var deck = Deck([2, 3]);
        var cards = Steps(steps + 1).Select(s => deck.CardAt(new Seat(2, 0), s)).ToList();
        var pairs = cards.Zip(cards.Skip(1)).CountBy(p => p).ToDictionary();
        pairs.Count.ShouldBe(25);
        pairs.Values.ShouldAllBe(count => count >= Low(0.04, steps) && count <= High(0.04, steps));
    }

    [Fact]
    public void Blocks_of_users_are_dealt_to_independently()
    {
        const int steps = 50_000;
        var deck = Deck([1, 1]);
        Steps(steps).Count(s => deck.CardAt(new Seat(0, 0), s) == deck.CardAt(new Seat(2, 0), s)).ShouldBeInRange(Low(0.5, steps), High(0.5, steps));
    }

    [Fact]
    public void The_same_seed_repeats_every_users_order_and_anything_else_gives_another()
    {
        List<int> Order(TaskDeck deck, Seat seat) => [.. Steps(60).Select(s => deck.TaskAt(seat, s))];
        var order = Order(Deck(Weights, seed: 7), new Seat(4, 0));
        Order(Deck(Weights, seed: 7), new Seat(4, 0)).ShouldBe(order);
        Order(Deck(Weights, seed: 8), new Seat(4, 0)).ShouldNotBe(order, "another seed");
        Order(Deck(Weights, seed: 7, number: 1), new Seat(4, 0)).ShouldNotBe(order, "another class");
        Order(Deck(Weights, seed: 7), new Seat(5, 0)).ShouldNotBe(order, "another user");
        Order(Deck(Weights, seed: 7), new Seat(33, 0)).ShouldNotBe(order, "the same place in another block");
        Order(Deck(Weights, seed: 7), new Seat(4, 1)).ShouldNotBe(order, "the user that takes its place later");
    }

    [Theory]
    [InlineData(new[] { 60, 30, 10 }, 10)]
    [InlineData(new[] { 7 }, 1)]
    [InlineData(new[] { 1_000_000, 1_000_000 }, 2)]
    [InlineData(new[] { 20, 8, 1 }, 29)]
    public void A_deck_is_no_larger_than_the_shares_need(int[] weights, int cards)
    {
        var deck = Deck(weights);
        deck.Cards.ShouldBe(cards);
        Users(block: 0, deck).Select(user => deck.TaskAt(user, 5)).Distinct().Count().ShouldBe(weights.Length);
    }

    [Fact]
    public void Beyond_ten_thousand_cards_each_draw_is_independent_and_still_weighted()
    {
        const int draws = 40_000;
        var deck = Deck([int.MaxValue, int.MaxValue - 1]);
        deck.Cards.ShouldBe(2L * int.MaxValue - 1);
        Steps(draws).Count(s => deck.TaskAt(new Seat(6, 0), s) == 0).ShouldBeInRange(Low(0.5, draws), High(0.5, draws));
        Enumerable.Range(0, draws).Count(user => deck.TaskAt(new Seat(user, 0), 3) == 0).ShouldBeInRange(Low(0.5, draws), High(0.5, draws));
    }

    [Fact]
    public void Ten_thousand_cards_are_still_dealt_out()
    {
        var deck = Deck([9_999, 1]);
        deck.Cards.ShouldBe(TaskDeck.Largest);
        Users(block: 0, deck).Count(user => deck.TaskAt(user, 1) == 1).ShouldBe(1);
    }

    [Fact]
    public void Tasks_left_out_by_tags_are_never_picked_and_the_weights_are_those_of_the_others()
    {
        var kind = new UserKind(UserClass.Of<Shopper>(), new TagFilter([], ["cost"]), seed: 1, number: 0);
        for (var user = 0; user < 21; user++)
            for (var step = 0; step < 50; step++)
                kind.Pick(new Seat(user, 0), step).Name.ShouldNotBe("Buy");
        kind.Result.Tasks.ShouldBe([new("Look", 1_000), new("Leave", 50)]);
        kind.Result.Weights.ShouldBe([new("Look", 20), new("Leave", 1)]);
    }

    [Fact]
    public void Weights_are_told_as_the_suite_wrote_them() =>
        new UserKind(UserClass.Of<Shopper>(), TagFilter.None, seed: 1, number: 0).Result.Weights
            .ShouldBe([new("Look", 20), new("Buy", 8), new("Leave", 1)]);

    [Fact]
    public void A_class_without_tasks_has_no_weights() =>
        new UserKind(UserClass.Of<Shopper>(), new TagFilter(["none"], []), seed: 1, number: 0).Result
            .ShouldSatisfyAllConditions(r => r.Tasks.ShouldBeEmpty(), r => r.Weights.ShouldBeEmpty());

    static TaskDeck Deck(int[] weights, int seed = 1, int number = 0) => new(weights, Seeds.Key(seed, number, SeedStream.Tasks));

    static IEnumerable<long> Steps(int count) => Enumerable.Range(0, count).Select(s => (long)s);

    static IEnumerable<Seat> Users(int block, TaskDeck deck) =>
        Enumerable.Range(block * (int)deck.Cards, (int)deck.Cards).Select(user => new Seat(user, 0));

    // Five standard deviations of a binomial count either way.
    static int Low(double share, int draws) => (int)Math.Floor(draws * share - 5 * Math.Sqrt(draws * share * (1 - share)));

    static int High(double share, int draws) => (int)Math.Ceiling(draws * share + 5 * Math.Sqrt(draws * share * (1 - share)));

    sealed class Shopper : VirtualUser
    {
        [UserTask(Weight = 20)]
        public Task Look(UserContext user) => Task.FromResult(this);

        [UserTask(Weight = 8, Tags = ["cost"])]
        public Task Buy(UserContext user) => Task.FromResult(this);

        [UserTask]
        public Task Leave(UserContext user) => Task.FromResult(this);
    }
}
