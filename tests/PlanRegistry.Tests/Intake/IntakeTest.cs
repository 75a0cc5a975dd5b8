using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using Record = PlanRegistry.Records.Record;

namespace PlanRegistry.Tests.Intake;

/// <summary>Small packs written as text, read without any file or database.</summary>
public abstract class IntakeTest
{
    protected static readonly DistrictCode Kaizhou = DistrictCode.Parse("500154");
    protected static readonly DistrictCode Chongqing = DistrictCode.Parse("500000");
    private static readonly DateTimeOffset Moment = new(2026, 11, 22, 8, 0, 0, TimeSpan.FromHours(8));

    protected static readonly Sheet District = File("district.csv", "code,name,tier,superior", "500154,开州区,DISTRICT,500000");

    protected static readonly Sheet Agencies = File("agencies.csv", "code,name,aliases",
        "GOV,开州区人民政府,区政府", "NDRC,开州区发展和改革委员会,区发改委;区发展改革委", "WATER,开州区水利局,区水利局", "CONGRESS,开州区人民代表大会,区人大");

    protected static readonly Sheet Indicators = File("indicators.csv", "code,name,unit", "FOREST,森林覆盖率,%", "GDP,地区生产总值,亿元");

    protected static readonly Sheet Plans = File("plans.csv", "code,title,kind,horizon_from,horizon_to,lead_agency",
        "DEV-2021,开州区十四五规划纲要,DEVELOPMENT,2021,2025,NDRC", "WATER-2021,开州区水安全保障规划,SPECIAL,2021,2025,区水利局");

    protected static RegistryView Empty => new([new DistrictRecords(Kaizhou, 0, Moment, [])]);

    /// <summary>开州区 with its agencies, indicators and two plans.</summary>
    protected static RegistryView Kai(params Sheet[] more) => Given([District, Agencies, Indicators, Plans, .. more]);

    /// <summary>A file as its lines; cells hold no commas here.</summary>
    protected static Sheet File(string name, string header, params string[] lines) => new(
        Tables.ByFile(name)!.Table, name, header.Split(','), [.. lines.Select((line, i) => new SheetRow(i + 2, line.Split(',')))]);

    protected static RegistryView Given(params Sheet[] sheets) => After(Empty, RowIntake.Set(Empty, sheets));

    protected static RegistryView After(RegistryView view, Decision result)
    {
        result.Problems.Select(p => p.ToString()).Should().BeEmpty();
        return After(view, result.Changes);
    }

    protected static RegistryView After(RegistryView view, IEnumerable<Change> changes)
    {
        var list = changes.ToList();
        var gone = list.Select(c => c.Retired).ToHashSet(ReferenceEqualityComparer.Instance);
        var seq = view.Own.Seq + 1;
        var recorded = list.Select(c => c.Recorded).OfType<Record>()
            .Select(r => r with { Seq = seq, RecordedAt = Moment, RecordCode = r.RecordCode.Length > 0 ? r.RecordCode : r.Id.Code });
        return new([new DistrictRecords(view.Code, seq, Moment, view.Own.All.Where(r => !gone.Contains(r)).Concat(recorded)),
            .. view.Chain.Skip(1)]);
    }

    protected static IReadOnlyList<string> Problems(RegistryView view, params Sheet[] sheets) =>
        [.. RowIntake.Set(view, sheets).Problems.Select(p => p.ToString())];

    protected static IReadOnlyList<T> Recorded<T>(RegistryView view, params Sheet[] sheets) where T : Record
    {
        var result = RowIntake.Set(view, sheets);
        result.Problems.Select(p => p.ToString()).Should().BeEmpty();
        return [.. result.Changes.Select(c => c.Recorded).OfType<T>()];
    }
}
