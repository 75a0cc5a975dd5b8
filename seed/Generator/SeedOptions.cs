namespace PlanRegistry.Generator;

/// <summary>How many districts, of how many plans each, and the seed that decides the rest.</summary>
public sealed record SeedOptions(int Districts, int Plans, int Seed)
{
    public const int FewestPlans = 10;
    public const int MostPlans = 20_000;

    /// <summary>What is wrong with them, in one sentence; null when nothing is.</summary>
    public string? Refusal =>
        Districts is < 1 or > SyntheticDistrict.Most
            ? $"'{Districts}' districts cannot be made: between 1 and {SyntheticDistrict.Most} can."
        : Plans is < FewestPlans or > MostPlans
            ? $"'{Plans}' plans cannot be made: between {FewestPlans} and {MostPlans} a district can."
        : null;

    /// <summary>A district's own seed, so that the first three of ten are the three of three.</summary>
    internal int SeedOf(int number) => unchecked((Seed * 1_000_003) + number);
}
