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
            .With("lag", progress.Lag)
            .With("alert", new Share(progress.Alert, 1).ToString().TrimEnd('%'))
            .Fact("target", progress.Figure)
            .Fact("reading", progress.Reading)
            .Fact("otherReading", progress.OtherReadings)
            .Since(progress.Since(p => p.IsBehind))
            .Remedy(Remedies.Of(Operation.RecordReading, progress.Of.LeadAgency,
                $"由{Remedies.Name(progress.Of.LeadAgency)}说明“{progress.Indicator.Name}”偏离原因并提出措施，核对监测值",
                $"{Remedies.NameEn(progress.Of.LeadAgency)} explains why {progress.Indicator.Name} "
                    + "deviates, says what will be done, and checks the reading.") with { Input = OfReading(progress) });
        foreach (var step in progress.Steps)
        {
            draft.Fact("step", step);
        }
        return draft;
    }

    public static FindingDraft Odd(this FindingDraft draft, OddReading odd)
    {
        var lead = odd.Held.Of.LeadAgency;
        return draft.About(odd.Held.Indicator).About(odd.Year.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Unknown().Saying(odd.Why)
            .With("indicator", odd.Held.Indicator.Name)
            .With("year", odd.Year)
            .With("value", Quantity.InWords(odd.Reading.Value, odd.Reading.Unit ?? odd.Held.Indicator.Unit))
            .With("base", odd.Held.Figures.Min(f => f.BaseYear)?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "")
            .With("cutoff", odd.Reading.CutoffOn?.InWords() ?? default)
            .With("unit", odd.Held.Figures[^1].Unit)
            .With("last", odd.Held.Figures.Max(f => f.Year))
            .Fact("reading", odd.Readings)
            .Since(odd.Since)
            .Remedy(Remedies.Of(Operation.CorrectRecord, lead,
                $"由{Remedies.Name(lead)}核对{odd.Year}年监测值及其计量单位、数据截止日，有误的予以更正",
                $"{Remedies.NameEn(lead)} checks the reading of {odd.Year}, its unit and its day, and corrects what is wrong.")
                with { Input = new() { Record = odd.Reading.Id } });
    }

    public static FindingDraft Contradicted(this FindingDraft draft, ReadingConflict conflict)
    {
        var plan = conflict.Held.Of;
        var reform = plan.Snapshot.Agency(AgencyRole.ReformCommission);
        return draft.About(conflict.Held.Indicator).About(conflict.Year.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .About("SOURCES")
            .Unknown().Saying("conflict").ByDefault(PolicyKeys.ReadingTolerance, plan.AsOf)
            .With("indicator", conflict.Held.Indicator.Name)
            .With("year", conflict.Year)
            .With("sides", conflict.Said)
            .With("gap", conflict.Gap.ToString())
            .With("tolerance", new Share(conflict.Tolerance, 1).ToString())
            .Fact("reading", conflict.Readings)
            .Since(conflict.Since)
            .Remedy(Remedies.Of(Operation.SettleReadings, reform,
                $"由{Remedies.Name(reform)}核定{conflict.Year}年“{conflict.Held.Indicator.Name}”采用哪一来源的监测值，并说明理由；录入有误的予以更正",
                $"{Remedies.NameEn(reform)} settles which source is taken for {conflict.Held.Indicator.Name} in {conflict.Year} "
                    + "and says why; what is recorded wrongly is corrected.")
                with
                {
                    Input = new()
                    {
                        Plan = plan.Key, Year = conflict.Year,
                        Indicator = new Key<Indicator>(conflict.Held.Indicator.Home, conflict.Held.Indicator.Code),
                    },
                });
    }

    public static Remedy Record(Progress progress) =>
        Remedies.Of(Operation.RecordReading, progress.Of.LeadAgency,
            $"由{Remedies.Name(progress.Of.LeadAgency)}补录“{progress.Indicator.Name}”所缺数据",
            $"{Remedies.NameEn(progress.Of.LeadAgency)} records what is missing of {progress.Indicator.Name}.")
            with { Input = OfReading(progress) };

    private static RemedyInput OfReading(Progress progress) => new()
    {
        Plan = progress.Plan, Indicator = new Key<Indicator>(progress.Indicator.Home, progress.Indicator.Code), Year = progress.Year,
    };
}
