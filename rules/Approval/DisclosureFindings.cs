namespace PlanRegistry.Rules.Approval;

/// <summary>What findings about disclosure say alike, and the acts that clear them: 各类规划编制部门 discloses (003 三、(四)).</summary>
internal static class DisclosureFindings
{
    public static Text YearsOf(IEnumerable<DisclosureDuty> duties) => Text.Join(duties.Select(d => new Text($"{d.Year}年度", $"{d.Year}")));

    public static Text DaysOf(IEnumerable<DisclosureDuty> doubtful) => DaysOf(doubtful.Select(d => d.Doubt!).Distinct());

    public static Text DaysOf(IEnumerable<Act> acts) => Text.Join(acts.Select(a => a.On.InWords()));

    public static Remedy Disclose(PlanOnDay plan, IEnumerable<DisclosureDuty> missed) => Of(Operation.RecordAct, plan,
        $"公布{YearsOf(missed).Zh}实施进展并录入公布记录；已公布的，按原日期补录",
        $"discloses the progress of {YearsOf(missed).En} and records it; if it did, records it with its day")
            with { Input = new() { Plan = plan.Key, Type = ActType.ProgressDisclosed, Year = missed.First().Year } };

    /// <summary>Their days are not told well enough, or they are another body's; both where some are this and some that.</summary>
    public static Text DoubtAbout(IEnumerable<DisclosureDuty> doubtful) => Wording.Clauses(doubtful.Select(d => d.AnothersWord is { } why
        ? new Text($"存疑：{why.Zh}", $"is in doubt: {why.En}")
        : new Text("日期不够具体", "lacks its exact day")).Distinct());

    public static Remedy SettleDoubt(PlanOnDay plan, IEnumerable<DisclosureDuty> doubtful) => doubtful.Any(d => d.AnothersWord is not null)
        ? Of(Operation.CorrectRecord, plan, "核对公布记录的单位、年度和日期，录入有误的予以更正；无误的，另行公布",
            "checks whose disclosure it was, its year and its day, and corrects what is wrong; if they are right, discloses it itself")
            with { Input = new() { Record = doubtful.First().Doubt!.Id } }
        : Of(Operation.CorrectRecord, plan, "更正公布记录的年度和日期", "corrects year and day of the disclosure recorded")
            with { Input = new() { Record = doubtful.First().Doubt!.Id } };

    public static Remedy Withdraw(PlanOnDay plan) => Of(Operation.CorrectRecord, plan,
        "立即停止公开并按保密规定处置；密级或公开记录录入有误的予以更正",
        "ends the disclosure at once and acts under the secrecy rules; if secrecy or disclosure is recorded wrongly, corrects it")
            with { Input = new() { Record = plan.Plan.Id } };

    private static Remedy Of(Operation act, PlanOnDay plan, string zh, string en)
    {
        var actor = Remedies.ActorFor(plan);
        return Remedies.Of(act, actor, $"由{Remedies.Name(actor)}{zh}", $"{Remedies.NameEn(actor)} {en}.");
    }
}
