using PlanRegistry.Indicators;

namespace PlanRegistry.Rules.Indicators;

internal static class ProgressFindings
{
    public static FindingDraft Behind(this FindingDraft draft, Progress progress)
    {
        draft.About(progress.Indicator)
            .Saying(progress.IsFloor ? "floor" : "broken")
            .With("indicator", progress.Indicator.Name)
            .With("year", progress.Year)
            .With("value", progress.Amount(progress.Value))
            .With("target", progress.Figure.Amount)
            .With("targetYear", progress.Figure.Year)
            .With("relation", progress.Indicator.Direction == Direction.Higher ? new Text("低于", "below") : new Text("高于", "above"))
            .With("way", progress.Way.ToString())
            .With("time", progress.Time.ToString())
            .With("alert", new Share(progress.Alert, 1).ToString())
            .Fact("target", progress.Figure)
            .Fact("reading", progress.Reading)
            .Fact("otherReading", progress.OtherReadings)
            .Since(progress.Since)
            .Remedy(Remedies.Of(Operation.RecordReading, progress.Of.LeadAgency,
                $"由{Remedies.Name(progress.Of.LeadAgency)}说明“{progress.Indicator.Name}”偏离原因并提出措施,核对监测值",
                $"{Remedies.NameEn(progress.Of.LeadAgency)} explains why {progress.Indicator.Name} "
                    + "deviates, says what will be done, and checks the reading."));
        foreach (var step in progress.Steps)
        {
            draft.Fact("step", step);
        }
        return draft;
    }

    public static Remedy Record(Progress progress) =>
        Remedies.Of(Operation.RecordReading, progress.Of.LeadAgency,
            $"由{Remedies.Name(progress.Of.LeadAgency)}补录“{progress.Indicator.Name}”所缺数据",
            $"{Remedies.NameEn(progress.Of.LeadAgency)} records what is missing of {progress.Indicator.Name}.");
}
