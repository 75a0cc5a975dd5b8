using PlanRegistry.Catalogue;
using PlanRegistry.Indicators;
using PlanRegistry.Records;
using PlanRegistry.Generator;

namespace PlanRegistry.Tests.Generator;

public sealed class GeneratedDistrictTests
{
    private static readonly SeedOptions Options = new(1, 120, 7);
    private static readonly IReadOnlyList<Records.Record> Above = [.. SuperiorGenerator.Nation(), .. SuperiorGenerator.Municipality()];

    private static IReadOnlyList<Records.Record> Generate(SeedOptions options, int number = 1) =>
        DistrictGenerator.Generate(number, options, new Superiors(Above));

    private static string Hash(IEnumerable<Records.Record> records)
    {
        using var hash = new TextHash();
        foreach (var record in records)
        {
            hash.Add(record.Id.ToString()).Add(RecordShape.Of(record.GetType()).ContentHash(record));
        }
        return hash.ToHex();
    }

    [Fact]
    public void The_same_seed_makes_the_same_records() => Hash(Generate(Options)).Should().Be(Hash(Generate(Options)));

    [Fact]
    public void Another_seed_makes_others() => Hash(Generate(Options with { Seed = 8 })).Should().NotBe(Hash(Generate(Options)));

    [Fact]
    public void Another_district_of_the_same_seed_is_another() =>
        Generate(Options, 2).OfType<Plan>().Select(p => p.Title).Should()
            .NotBeEquivalentTo(Generate(Options, 1).OfType<Plan>().Select(p => p.Title));

    [Fact]
    public void A_district_is_the_same_however_many_there_are() =>
        Hash(Generate(Options with { Districts = 9 }, 3)).Should().Be(Hash(Generate(Options, 3)));

    [Theory]
    [InlineData(60)]
    [InlineData(120)]
    [InlineData(300)]
    public void It_has_as_many_plans_as_asked_for_and_about_ten_targets_a_plan(int plans)
    {
        var records = Generate(Options with { Plans = plans });

        records.OfType<Plan>().Should().HaveCount(plans);
        records.OfType<Plan>().Where(p => p.Kind == PlanKind.Development).Select(p => p.HorizonFrom).Should().Equal(2016, 2021, 2026);
        records.OfType<Target>().Count().Should().BeInRange(9 * plans, 14 * plans);
        records.OfType<Plan>().Select(p => p.Kind).Distinct().Should().Contain([PlanKind.Development, PlanKind.Spatial, PlanKind.Special]);
    }

    [Fact]
    public void Every_key_that_a_record_names_is_there()
    {
        var all = Above.Concat(Generate(Options)).ToList();
        var known = all.Select(KeyOf).ToHashSet();

        all.SelectMany(NamedBy).Where(n => !known.Contains(n.Key)).Should().BeEmpty();
    }

    [Fact]
    public void Nothing_is_known_of_a_secret_plan_but_that_it_is()
    {
        var records = Generate(Options with { Plans = 2000 });
        var secret = records.OfType<Plan>().Where(p => p.IsSecret).Select(p => p.Key).ToHashSet();

        secret.Should().NotBeEmpty();
        var keys = secret.Select(k => (typeof(Plan), k.ToString())).ToHashSet();
        records.SelectMany(r => NamedBy(r).Where(n => keys.Contains(n.Key)).Select(_ => r.GetType())).Distinct()
            .Should().BeEquivalentTo([typeof(DirectoryEntry), typeof(PlanRegistry.Funding.FundingLine)]);
    }

    [Fact]
    public void Codes_and_names_are_visibly_synthetic()
    {
        DistrictGenerator.CodeOf(1).Value.Should().Be("509901");
        DistrictGenerator.CodeOf(100).Value.Should().Be("509801");
        DistrictGenerator.CodeOf(8910).Value.Should().Be("501099");
        Generate(Options, 105).OfType<District>().Single().Name.Should().Be("示例第一百零五区");
    }

    private static (Type, string) KeyOf(Records.Record record)
    {
        var shape = RecordShape.Of(record.GetType());
        return (shape.Type, $"{record.Home}:{shape.KeyOf(record)}");
    }

    private static IEnumerable<(Records.Record Record, string Column, (Type, string) Key)> NamedBy(Records.Record record) =>
        from column in RecordShape.Of(record.GetType()).Columns
        where column.References is not null
        from text in (column.Read(record) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)
        select (record, column.Name, (column.References, text));
}
