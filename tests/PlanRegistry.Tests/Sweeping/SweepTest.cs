using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;
using PlanRegistry.Server.Sweeping;
using PlanRegistry.Tests.Access;
using PlanRegistry.Tests.Ledger;

using Record = PlanRegistry.Records.Record;

namespace PlanRegistry.Tests.Sweeping;

/// <summary>A server of 开州区 (the sample) and 万州区, both below 重庆市, whose accounts are at hand.</summary>
public abstract class SweepTest(params (string Key, string? Value)[] settings) : AccessTest(settings)
{
    protected const string Overview = """
        query($filter: OverviewFilter, $asOf: Date) { conformance(filter: $filter, asOf: $asOf) {
          districts judged stale counts { plans red yellow green grey findings blocking fail conditional unknown waived } } }
        """;

    protected static readonly DistrictCode Kaizhou = DistrictCode.Parse("500154");
    protected static readonly DistrictCode Wanzhou = DistrictCode.Parse("500101");
    protected static readonly DistrictCode Chongqing = DistrictCode.Parse("500000");

    protected ISweepStorage Sweeps => Service<ISweepStorage>();

    protected DateOnly Today => Calendar.Today(Clock);

    /// <summary>A district of two plans: one under way on no list, and one that is not begun.</summary>
    protected void HaveWanzhou() => Put(Wanzhou,
        new District { Home = Wanzhou, Code = Wanzhou, Name = "万州区", Tier = PlanTier.District, Superior = Chongqing },
        PlanOf("SPE-1", "万州区水利规划(示例)", PlanKind.Special, 2026), Begun("SPE-1", "2026-06-01"),
        PlanOf("REG-1", "万州区江南片区发展规划(示例)", PlanKind.Regional, 2021));

    /// <summary>One more plan of 万州区 under way on no list.</summary>
    protected void Begin(string code, string title, string on) =>
        Put(Wanzhou, PlanOf(code, title, PlanKind.Special, 2026), Begun(code, on));

    private static Plan PlanOf(string code, string title, PlanKind kind, int year) => new()
    {
        Home = Wanzhou, Code = code, Title = title, Kind = kind, Tier = PlanTier.District, HorizonFrom = year, HorizonTo = year + 4,
        Importance = Importance.Ordinary, Secrecy = Secrecy.Public,
    };

    private static Act Begun(string plan, string on) => new()
    {
        Home = Wanzhou, Code = $"A-{plan}", Plan = new(Wanzhou, plan), Type = ActType.DraftingStarted, About = ActAbout.Plan,
        On = PartialDate.Parse(on),
    };

    protected void Put(DistrictCode district, params Record[] records) => Registry.Execute(
        new CommandHeader { District = district, Actor = Actor.Named("chen"), Command = "import" },
        _ => Decision.Write(records.Select(Change.Record))).IsRefused.Should().BeFalse();

    protected SweepOutcome Sweep(DateOnly? day = null, Func<Snapshot, Judgement>? judge = null) =>
        new Sweep(Registry, Sweeps, judge ?? (s => Judgements.Of(s)), Clock).Run(day ?? Today, workers: 2);
}
