using PlanRegistry.Reviews;

namespace PlanRegistry.Rules.Reviews;

/// <summary>The acts that clear findings about reviews. The lead agency organises them: 规划牵头编制部门 (003 三、(五)).</summary>
internal static class ReviewRemedies
{
    /// <summary>One for all years of a plan.</summary>
    public static Remedy Report(IEnumerable<ReviewDuty> missed)
    {
        var name = ReviewDuty.NameOf(missed);
        return Of(Operation.RecordAct, missed.First().Of, $"报送{name.Zh}并录入报告记录；已报送的，按原日期补录",
            $"sends {name.En} and records it; if it was sent, records it with its day")
            with { Input = OfDuty(missed.First()) };
    }

    public static Remedy SettleDoubt(PlanOnDay plan, IEnumerable<Act> reports)
    {
        var days = Text.Join(reports.Select(r => r.On.InWords()).Distinct());
        return Of(Operation.CorrectRecord, plan,
            $"更正{days.Zh}报告记录的年度和日期", $"corrects year and day of the report recorded for {days.En}")
            with { Input = new() { Record = reports.First().Id } };
    }

    public static Remedy Send(ReportOnDay report)
    {
        var deliveries = Text.Join(
        [
            .. report.LackingRecipients.Select(a => new Text($"报送{a.Name.Zh}", $"to {a.Name.En}")),
            .. report.LackingCopies.Select(a => new Text($"抄送{a.Name.Zh}", $"in copy to {a.Name.En}")),
        ]);
        return Of(Operation.CorrectRecord, report.Of,
            $"将{report.Name.Zh}补{deliveries.Zh}，并更正报告记录",
            $"sends the {report.Name.En} {deliveries.En} and corrects its record")
            with { Input = new() { Record = report.Act.Id } };
    }

    public static Remedy ExplainLateCopy(ReportOnDay report) => Of(Operation.CorrectRecord, report.Of,
        $"核对{report.Name.Zh}的抄送日期，录入有误的予以更正", $"checks the day on which the {report.Name.En} was copied and corrects it if it is wrong")
            with { Input = new() { Record = report.Act.Id } };

    /// <summary>What went out late stays late: it is looked into, and the conclusion registered.</summary>
    public static Remedy LookIntoLateCopy(ReportOnDay report) => Remedies.LookInto(report.Of,
        $"对日期无误的，核查{report.Name.Zh}迟抄送的情况", $"looks into the late copy of the {report.Name.En}, where its day is right,");

    public static Remedy CompleteReport(ReportOnDay report) => Of(Operation.CorrectRecord, report.Of,
        $"补录{report.Name.Zh}的{Text.Join(report.Unrecorded).Zh}", $"records {Text.Join(report.Unrecorded).En} of the {report.Name.En}")
            with { Input = new() { Record = report.Act.Id } };

    public static Remedy RecordItsYear(ReportOnDay report) => Of(Operation.CorrectRecord, report.Of,
        $"补录{report.Act.On.InWords().Zh}{report.Name.Zh}所报告的年度",
        $"records which year the {report.Name.En} of {report.Act.On} is about")
            with { Input = new() { Record = report.Act.Id } };

    public static Remedy ReportInTime(ReportOnDay report) => Of(Operation.CorrectRecord, report.Of,
        $"核对{report.Name.Zh}的年度和日期，录入有误的予以更正；无误的，到期另行报送",
        $"checks year and day of the {report.Name.En} and corrects what is wrong; if they are right, reports again in time")
            with { Input = new() { Record = report.Act.Id } };

    public static Remedy ReportByThoseEntitled(ReportOnDay report) => Of(Operation.CorrectRecord, report.Of,
        $"核对{report.Name.Zh}的报送单位，录入有误的予以更正；无误的，另行报送",
        $"checks who sent the {report.Name.En} and corrects what is wrong; if it is right, reports itself")
            with { Input = new() { Record = report.Act.Id } };

    public static Remedy EnterArchive(PlanOnDay plan) =>
        Of(Operation.RecordAct, plan, "查阅档案，补录上述历史资料", "enters these papers from the archive")
            with { Input = new() { Plan = plan.Key } };

    /// <summary>A step is the act of the body that takes it; what was done in the wrong order, the standing committee does again.</summary>
    public static Remedy MendStep(ReportOnDay report, ProcedureFault fault)
    {
        var taker = report.Procedure!
            .TakerOf(fault.Verdict == Verdict.Fail && fault.IsMissing ? fault.Step : ActType.StandingCommitteeDeliberated);
        return fault.Verdict == Verdict.Unknown ? Of(Operation.CorrectRecord, report.Of,
            $"核实并补录{report.Name.Zh}各办理环节的办理单位、具体日期和文件",
            $"finds out and records who took the steps of the {report.Name.En}, on which days and by what documents")
                with { Input = new() { Record = report.Act.Id } }
            : fault.IsMissing ? Remedies.Of(Operation.RecordAct, taker.Agency ?? Remedies.ActorFor(report.Of),
                $"{taker.Name.Zh}{Step(fault).Zh}{report.Name.Zh}；已办理的，按原日期补录",
                $"{taker.Name.En} {Step(fault).En} the {report.Name.En}; if it did, record it with its day.")
                with { Input = OfReport(report, fault.Step) }
            : Remedies.Of(Operation.RecordAct, taker.Agency ?? Remedies.ActorFor(report.Of),
                $"{taker.Name.Zh}重新审议{report.Name.Zh}；日期录入有误的予以更正",
                $"{taker.Name.En} deliberates the {report.Name.En} again; if a day is wrong, correct it.")
                with { Input = OfReport(report, ActType.StandingCommitteeDeliberated) };
    }

    public static Remedy FollowUp(FollowUpStep step, Act deliberated) => Remedies.Of(Operation.RecordAct, step.Taker.Agency,
        $"由{step.Taker.Name.Zh}{step.Name.Zh}；已办理的，按原日期补录",
        $"{step.Taker.Name.En}: {step.Name.En}; if it was done, record it with its day.")
        with { Input = new() { Plan = deliberated.Plan, Type = step.Type, About = ActAbout.MidTerm, Year = deliberated.Year } };

    private static RemedyInput OfDuty(ReviewDuty duty) =>
        new() { Plan = duty.Plan, Type = ActType.Reported, About = AboutOf(duty.Kind), Year = duty.Year };

    private static RemedyInput OfReport(ReportOnDay report, ActType step) =>
        new() { Plan = report.Of.Key, Type = step, About = AboutOf(report.Kind), Year = report.Act.Year };

    private static ActAbout AboutOf(ReviewKind kind) => kind switch
    {
        ReviewKind.Annual => ActAbout.Annual,
        ReviewKind.MidTerm => ActAbout.MidTerm,
        _ => ActAbout.Final,
    };

    private static Text Step(ProcedureFault fault) => fault.Step switch
    {
        ActType.GovernmentExamined => new("审定", "examines"),
        ActType.PartyAgreed => new("同意", "agrees to"),
        _ => new("审议", "deliberates"),
    };

    private static Remedy Of(Operation act, PlanOnDay plan, string zh, string en)
    {
        var actor = Remedies.ActorFor(plan);
        return Remedies.Of(act, actor, $"由{Remedies.Name(actor)}{zh}", $"{Remedies.NameEn(actor)} {en}.");
    }
}
