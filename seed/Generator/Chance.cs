using Bogus;

namespace PlanRegistry.Generator;

/// <summary>
/// Everything that is drawn by lot, from one seed. Nothing here reads a
/// clock: the same seed gives the same answers for ever.
/// </summary>
internal sealed class Chance
{
    private static readonly string[] TownEndings = ["家", "河", "坪", "湾", "桥", "溪", "山", "店", "林", "石"];

    private readonly Faker faker;
    private readonly HashSet<string> townsTaken = [];

    public Chance(int seed) => faker = new Faker("zh_CN") { Random = new Randomizer(seed) };

    /// <summary>True in so many of a hundred cases.</summary>
    public bool Percent(int percent) => faker.Random.Int(1, 100) <= percent;

    /// <summary>Both bounds inclusive.</summary>
    public int Between(int low, int high) => faker.Random.Int(low, high);

    public T Of<T>(IReadOnlyList<T> items) => items[faker.Random.Int(0, items.Count - 1)];

    /// <summary>So many different ones of the items, in an order drawn by lot.</summary>
    public IReadOnlyList<T> Some<T>(IEnumerable<T> items, int count) => [.. faker.Random.Shuffle(items).Take(count)];

    public DateOnly After(DateOnly day, int fewest, int most) => day.AddDays(Between(fewest, most));

    public DateOnly In(int year, int firstMonth, int lastMonth) => new(year, Between(firstMonth, lastMonth), Between(1, 28));

    /// <summary>A place name that was not drawn before: a family name and what the place is.</summary>
    public string Town()
    {
        var name = faker.Name.LastName() + Of(TownEndings);
        var town = name;
        for (var again = 2; !townsTaken.Add(town); again++)
        {
            town = $"{name}{Chinese.Number(again)}";
        }
        return town;
    }
}
