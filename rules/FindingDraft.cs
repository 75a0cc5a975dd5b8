using PlanRegistry.Settlement;

namespace PlanRegistry.Rules;

/// <summary>What a rule yields: the verdict and all that only the rule knows. The Judge turns it into a <see cref="Finding"/>.</summary>
public sealed partial class FindingDraft
{
    private readonly List<Subject> subjects = [];
    private readonly List<PlanOnDay> plans = [];
    private readonly FactList facts;
    private readonly List<Remedy> remedies = [];
    private readonly Dictionary<string, Text> values = [];
    private readonly Snapshot snapshot;
    private Verdict verdict = Verdict.Fail;
    private Severity? severity;
    private string? sentence;
    private Text? said;
    private bool isLeftOpen;
    private Text note;
    private Agency? responsible;
    private AsOfDay? since;
    private DateOnly? exemptedFrom;
    private AsOfDay? judgedOn;
    private DateOnly? mendBy;

    internal FindingDraft(string code, Snapshot snapshot, IEnumerable<IFactMatch> matched)
    {
        Code = code;
        this.snapshot = snapshot;
        facts = new FactList(snapshot.View);
        foreach (var match in matched)
        {
            facts.AddMatched(match.Declaration.Name, match.Value);
        }
    }

    public string Code { get; }

    /// <summary>True for what would stand only if a proposed plan's drafting began today: findings for funding alone.</summary>
    public bool IsOnlyForMoney { get; private set; }

    /// <summary>
    /// A further subject: a superior plan, an indicator, a year. With the rule and the other subjects it makes the finding's key.
    /// </summary>
    public FindingDraft About(IRecord subject)
    {
        subjects.Add(subject.Id);
        return this;
    }

    public FindingDraft About(string subject)
    {
        subjects.Add(subject);
        return this;
    }

    /// <summary>A plan in whose light the finding counts. The first one's lead agency is responsible, unless another is named.</summary>
    public FindingDraft For(PlanOnDay plan)
    {
        plans.Add(plan);
        responsible ??= plan.LeadAgency;
        values.TryAdd("plan", plan.Named);
        return this;
    }

    public FindingDraft Responsible(Agency? agency)
    {
        responsible = agency;
        return this;
    }

    public FindingDraft Unknown()
    {
        verdict = Verdict.Unknown;
        severity ??= Severity.Warning;
        return this;
    }

    public FindingDraft Conditional()
    {
        verdict = Verdict.Conditional;
        return this;
    }

    /// <summary>A lower severity than the rule's own, where its row says so.</summary>
    public FindingDraft At(Severity lower)
    {
        severity = isLeftOpen ? severity : lower;
        return this;
    }

    /// <summary>What a plan missed that has ended, or is over and finally evaluated, stays as a notice.</summary>
    public FindingDraft Missed(PlanOnDay plan) => plan.IsConcluded || plan.HasEnded ? At(Severity.Notice) : this;

    /// <summary>The sentence's key in messages.json; else "broken", "conditional" or "unknown" by the verdict.</summary>
    public FindingDraft Saying(string key)
    {
        sentence = key;
        return this;
    }

    /// <summary>By a reason that the facts give: messages.json has a sentence under the name of each.</summary>
    public FindingDraft Saying(Enum reason) => Saying(reason.ToString());

    /// <summary>A sentence that is none of the rule's own.</summary>
    internal FindingDraft Saying(Text words)
    {
        said = words;
        return this;
    }

    /// <summary>The value of a {placeholder} of the sentence.</summary>
    public FindingDraft With(string name, Text value)
    {
        values[name] = value;
        return this;
    }

    public FindingDraft With(string name, string value) => With(name, new Text(value, value));

    public FindingDraft With(string name, int value) => With(name, value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public FindingDraft With(string name, PartialDate value) => With(name, value.InWords());

    public FindingDraft With(string name, PlanOnDay value) => With(name, value.Named);

    public FindingDraft With(string name, Horizon value) => With(name, value.InWords);

    /// <summary>A fact beyond what the patterns matched, or one step of a computation.</summary>
    public FindingDraft Fact(string name, object? value)
    {
        facts.Add(name, value);
        return this;
    }

    public FindingDraft Remedy(Remedy remedy)
    {
        remedies.Add(remedy);
        return this;
    }

    public FindingDraft Remedies(IEnumerable<Remedy> several)
    {
        remedies.AddRange(several);
        return this;
    }

    /// <summary>
    /// Exemptions matched for the plan: one from a body entitled to it makes
    /// the finding CONDITIONAL; one from another is told in the sentence.
    /// </summary>
    public FindingDraft Exempted(IEnumerable<ExemptionOnDay> exemptions)
    {
        var all = exemptions.ToList();
        if (all.Any(e => e.IsEntitled))
        {
            verdict = Verdict.Conditional;
            (severity, sentence) = (null, null);
            exemptedFrom = all.Where(e => e.IsEntitled).Min(e => e.From);
        }
        else if (all.Count > 0)
        {
            var ordered = all.OrderBy(e => e.Id.Code, StringComparer.Ordinal).ToList();
            var objections = ordered.Where(e => !e.IsOpen).Select(e => e.Objection).ToList();
            Noting(new Text(string.Concat(objections.Select(o => o.Zh)), string.Concat(objections.Select(o => " " + o.En))));
            if (ordered.Find(e => e.IsOpen) is { } open)
            {
                LeftOpenBy(open, ordered.Where(e => e.IsOpen).Min(e => e.From));
            }
        }
        return this;
    }

    /// <summary>It may be an exemption: until that is looked up the breach is none, nor is it excused.</summary>
    private void LeftOpenBy(ExemptionOnDay open, DateOnly from)
    {
        note = new Text($"{note.Zh}已录入例外情形的文件，但{open.Gap.Zh}，是否构成例外情形待核实。",
            $"{note.En} The document of an exemption is recorded, but {open.Gap.En}; whether it is one is to be checked.");
        if (verdict == Verdict.Fail)
        {
            (verdict, severity, sentence, isLeftOpen, exemptedFrom) = (Verdict.Unknown, Severity.Warning, "exemption", true, from);
        }
    }

    /// <summary>A further sentence.</summary>
    public FindingDraft Noting(Text more)
    {
        note = new Text(note.Zh + more.Zh, note.En + more.En);
        return this;
    }

    /// <summary>The latest valid-from day of the facts that break the rule; for an omission, the day after it was due.</summary>
    public FindingDraft Since(AsOfDay day)
    {
        since = day;
        return this;
    }

    /// <summary>The rule's own day by which it is to be mended; without one, policy finding.due_days.</summary>
    public FindingDraft MendBy(DateOnly? day)
    {
        mendBy = day;
        return this;
    }

    /// <summary>The act's day, or the due day of a missing act, where the rule judges an act and not a state.</summary>
    public FindingDraft JudgedOn(AsOfDay day)
    {
        judgedOn = day;
        return this;
    }

    public FindingDraft OnlyForMoneyWhen(bool condition)
    {
        IsOnlyForMoney = condition;
        return this;
    }

    /// <summary>The finding; null when the rule was not in force on the day that it judges.</summary>
    internal Finding? Finish()
    {
        var card = RuleBook.Of(Code);
        var tried = snapshot.View.RuleTrials.FirstOrDefault(t => t.Code == Code);
        var isInForce = card.InForceOn(judgedOn ?? snapshot.AsOf);
        if (!(tried?.InForceOn(judgedOn ?? snapshot.AsOf, isInForce) ?? isInForce))
        {
            return null;
        }
        // Where no lead agency is recorded, the reform commission answers for the plan, and finds out whose it is.
        var answers = responsible ?? snapshot.Agency(AgencyRole.ReformCommission);
        var text = said
            ?? Messages.Fill(Messages.Of(Code,
                sentence ?? (verdict switch { Verdict.Fail => "broken", Verdict.Conditional => "conditional", _ => "unknown" })), values);
        var mending = Mending(answers);
        var inForceFrom = tried is { InForce: true } && tried.From < card.EffectiveFrom ? tried.From : card.EffectiveFrom;
        var begun = NotBefore(exemptedFrom, NotBefore(inForceFrom, since ?? UnknownSince()));
        // What would stand if drafting began today stands since today, each day anew: no judgement holds a shorter time for that.
        var from = IsOnlyForMoney ? begun.Unwatched : begun.Day;
        var settlement = SettlementBy(mending, begun);
        var settled = settlement is null ? default : Settlements.Sentence(snapshot.View, settlement);
        var finalSeverity = settlement?.Kind == SettlementKind.Concluded ? Severity.Notice : Lowered(severity ?? card.Severity, card);
        var due = finalSeverity == Severity.Notice || settlement is not null ? null
            : mendBy ?? DueDays.DayOf(snapshot, finalSeverity, from, facts.Records);
        return new Finding
        {
            Rule = Code,
            RuleVersion = card.Version,
            Subjects = [.. subjects],
            Plans = [.. plans.Select(p => p.Key)],
            Verdict = verdict,
            Severity = finalSeverity,
            Sentence = new Text(text.Zh + note.Zh + settled.Zh, text.En + note.En + settled.En).WithInnerQuotes(),
            Basis = [.. BasesOf(card)],
            Facts = [.. facts.All],
            Remedies = settlement is null ? mending : [],
            Responsible = answers,
            Since = from,
            Due = due,
            Urgency = due is { } day ? DueDays.UrgencyOf(snapshot, day) : null,
            Settlement = settlement,
            MayBeWaived = MayBePutOff(card, finalSeverity, mending),
            IsDemandedFromAbove = IsFromAbove(),
        };
    }

    /// <summary>What is exempted is not mended: the document is there, a person must confirm it.</summary>
    private IReadOnlyList<Remedy> Mending(Agency? answers) => verdict == Verdict.Conditional
        ? [PlanRegistry.Rules.Remedies.ConfirmExemption(snapshot, plans, Code)]
        : [.. remedies.Select(r => r with { Agency = r.Agency ?? answers, Text = r.Text.WithInnerQuotes() })];

    /// <summary>A finding is settled by the operations that its remedies name, and by no other.</summary>
    private FindingSettlement? SettlementBy(IReadOnlyList<Remedy> mending, AsOfDay begun)
    {
        return By(Operation.ConfirmExemption, SettlementKind.Confirmed) ?? By(Operation.SettleFinding, SettlementKind.Concluded);

        FindingSettlement? By(Operation operation, SettlementKind kind) =>
            mending.Any(r => r.Act == PlanRegistry.Rules.Remedies.NameOf(operation))
                ? Settlements.Of(new Unsettled(snapshot, Finding.KeyOf(Code, subjects), Code == RuleBook.Money.Money.Code, plans, begun,
                    [.. facts.Records]), kind)
                : null;
    }

    /// <summary>BLOCKING stops a step not yet taken; once every plan concerned is approved the breach is ERROR, unless it stays.</summary>
    private Severity Lowered(Severity given, RuleCard card) =>
        given == Severity.Blocking && !card.Stays && plans.Count > 0 && plans.TrueForAll(p => p.IsApproved || p.IsPublished)
            ? Severity.Error
            : given;

    /// <summary>For an UNKNOWN that no day of its own begins: from when the plan exists, so it stood then and not before.</summary>
    private DateOnly UnknownSince() =>
        plans.Where(p => p.HasStanding).Select(p => (DateOnly?)p.History.ExistsFrom).Where(d => d <= snapshot.AsOf).Max()
            ?? snapshot.AsOf.Day;

    private static AsOfDay NotBefore(DateOnly? start, AsOfDay day) => start > day ? start.Value : day;
}
