using PlanRegistry.Indicators;
using PlanRegistry.Records;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Indicators;

public sealed class IndicatorNode(Indicator row, Scope scope) : RecordNode<Indicator>(row, scope)
{
    public string Code => Row.Code;
    public string Name => Row.Name;
    public string Unit => Row.Unit;
    public IReadOnlyList<string>? Aliases => Row.Aliases;
    public Direction Direction => Row.Direction;
    public Measure Measure => Row.Measure;
    public Extent Extent => Row.Extent;
    public ReadingBasis? ReadingBasis => Row.ReadingBasis;
}

public sealed class TargetNode(Target row, Scope scope) : RecordNode<Target>(row, scope)
{
    public PlanNode Plan => Scope.PlanOf(Row.Plan);
    public IndicatorNode Indicator => Scope.IndicatorOf(Row.Indicator);
    public int Version => Row.Version;
    public IndicatorNature Nature => Row.Nature;
    public int? BaseYear => Row.BaseYear;
    public decimal? BaseValue => Row.BaseValue;
    public int TargetYear => Row.TargetYear;
    public decimal? TargetValue => Row.TargetValue;
    public decimal? TargetLow => Row.TargetLow;
    public decimal? TargetHigh => Row.TargetHigh;
    public string? Unit => Row.Unit;
    public string EffectiveUnit => Row.Unit ?? Indicator.Unit;
    public string? Wording => Row.Wording;
}

public sealed class AllocationNode(Allocation row, Scope scope) : RecordNode<Allocation>(row, scope)
{
    public PlanNode Plan => Scope.PlanOf(Row.Plan);
    public IndicatorNode Indicator => Scope.IndicatorOf(Row.Indicator);
    public string ToDistrict => Row.ToDistrict.Value;
    public int TargetYear => Row.TargetYear;
    public decimal? TargetValue => Row.TargetValue;
    public IndicatorNature Nature => Row.Nature;
    public DocumentNode? Document => Scope.Document(Row.Document);
}

public sealed class AnnualTargetNode(AnnualTarget row, Scope scope) : RecordNode<AnnualTarget>(row, scope)
{
    public PlanNode Plan => Scope.PlanOf(Row.Plan);
    public IndicatorNode Indicator => Scope.IndicatorOf(Row.Indicator);
    public int Year => Row.Year;
    public decimal? TargetValue => Row.TargetValue;
    public decimal? TargetLow => Row.TargetLow;
    public decimal? TargetHigh => Row.TargetHigh;
    public string? Reason => Row.Reason;
}

public sealed class ReadingNode(Reading row, Scope scope) : RecordNode<Reading>(row, scope)
{
    public PlanNode Plan => Scope.PlanOf(Row.Plan);
    public IndicatorNode Indicator => Scope.IndicatorOf(Row.Indicator);
    public int Year => Row.Year;
    public decimal Value => Row.Value;
    public ReadingSource Source => Row.Source;
    public PartialDate? CutoffOn => Row.CutoffOn;
    public PartialDate Day => Row.Day;
    public AgencyNode? Agency => Scope.Agency(Row.Agency);
    public string? Unit => Row.Unit;
    public string EffectiveUnit => Row.Unit ?? Indicator.Unit;
}

public sealed class ReadingSettlementNode(ReadingSettlement row, Scope scope) : RecordNode<ReadingSettlement>(row, scope)
{
    public PlanNode Plan => Scope.PlanOf(Row.Plan);
    public IndicatorNode Indicator => Scope.IndicatorOf(Row.Indicator);
    public int Year => Row.Year;
    public ReadingSource Source => Row.Source;
    public string Reason => Row.Reason;
    public AgencyNode? Agency => Scope.Agency(Row.Agency);
    public PartialDate On => Row.On;
    public DocumentNode? Document => Scope.Document(Row.Document);
    public bool Holds => Settling.Holds(Plan.OnDay, Row);
}
