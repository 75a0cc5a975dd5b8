using PlanRegistry.Catalogue;
using PlanRegistry.Records;
using PlanRegistry.Settlement;

namespace PlanRegistry.Conformance;

public enum Severity { Blocking, Error, Warning, Notice }

public enum Verdict { Fail, Conditional, Unknown }

/// <summary>逾期、临近、未到期: how the day judged stands to the day by which a finding is to be mended.</summary>
public enum Urgency { Overdue, DueSoon, Upcoming }

public enum Light { Green, Yellow, Red, Grey }

/// <summary>问题 / 待核实事项: what a rule says about its subjects. Its key is stable and unique within a judgement.</summary>
public sealed record Finding
{
    public required string Rule { get; init; }
    public required int RuleVersion { get; init; }

    /// <summary>Record ids and plain values (a tier, a year) that the rule names as its subjects, in its order.</summary>
    public required IReadOnlyList<Subject> Subjects { get; init; }

    /// <summary>The plans whose light it counts in: one, or each member of a finding about several; none for a list.</summary>
    public required IReadOnlyList<Key<Plan>> Plans { get; init; }
    public required Verdict Verdict { get; init; }
    public required Severity Severity { get; init; }
    public required Text Sentence { get; init; }
    public required IReadOnlyList<Basis> Basis { get; init; }
    public required IReadOnlyList<MatchedFact> Facts { get; init; }
    public required IReadOnlyList<Remedy> Remedies { get; init; }
    public required Agency? Responsible { get; init; }
    public required DateOnly Since { get; init; }

    /// <summary>限期: the day by which it is to be mended; null for a NOTICE.</summary>
    public required DateOnly? Due { get; init; }

    /// <summary>Null for a NOTICE, which nobody must mend.</summary>
    public required Urgency? Urgency { get; init; }

    /// <summary>办结: a person has confirmed or concluded it; it stays visible.</summary>
    public FindingSettlement? Settlement { get; init; }

    /// <summary>Confirmed, it counts in no light and is to be mended by nobody.</summary>
    public bool IsConfirmed => Settlement?.Kind == SettlementKind.Confirmed;

    /// <summary>
    /// Whether its mending may be put off: a breach that is to be mended, and none about what was done or must never be.
    /// </summary>
    public bool MayBeWaived { get; init; }

    /// <summary>What it breaks is demanded from above the district: leave is given from there alone.</summary>
    public bool IsDemandedFromAbove { get; init; }

    /// <summary>经批准暂缓整改: the one that holds.</summary>
    public Waiver? Waiver { get; private init; }

    /// <summary>As it is judged: money and steps know of no waiver.</summary>
    public Finding AsJudged() => BeforeIt ?? this;

    private Finding? BeforeIt { get; init; }

    /// <summary>Broken, whether its mending is put off or not.</summary>
    public bool IsBroken => AsJudged().Verdict == Verdict.Fail;

    /// <summary>What its verdict is called.</summary>
    public Text Word => Waiver is null ? Terms.Of(Verdict) : Waivers.Word;

    /// <summary>The same, put off until a day: it stays visible, to be mended by then.</summary>
    internal Finding PutOff(Waiver waiver, DateOnly until, Urgency urgency, Text leave, Text more) => this with
    {
        Waiver = waiver, BeforeIt = this, Verdict = Verdict.Conditional, Due = until, Urgency = urgency,
        Facts = [.. Facts, new MatchedFact("waiver", nameof(Waiver), waiver.Id, leave)],
        Sentence = new Text(Sentence.Zh + more.Zh, Sentence.En + more.En),
    };

    public string Key => KeyOf(Rule, Subjects);

    public static string KeyOf(string rule, IEnumerable<Subject> subjects) => rule + "|" + string.Join('|', subjects.Select(s => s.Text));

    /// <summary>Null when the subject is a list, or several plans.</summary>
    public Key<Plan>? Plan => Plans.Count == 1 && Subjects[0].Record?.Table == "plans" ? Plans[0] : null;
}

public static class Findings
{
    /// <summary>What stands here and not there: a new key, or another verdict, severity, settlement or waiver under a known one.</summary>
    public static IReadOnlyList<Finding> NotIn(this IReadOnlyList<Finding> here, IReadOnlyList<Finding> there)
    {
        var known = there.Select(f => (f.Key, f.Verdict, f.Severity, f.IsConfirmed, f.Waiver is null)).ToHashSet();
        return [.. here.Where(f => !known.Contains((f.Key, f.Verdict, f.Severity, f.IsConfirmed, f.Waiver is null)))];
    }
}

/// <summary>A record, or a plain value such as a year or a tier.</summary>
public readonly record struct Subject(RecordId? Record, string Text)
{
    public static implicit operator Subject(RecordId id) => new(id, id.ToString());
    public static implicit operator Subject(string text) => new(null, text);
}

/// <summary>依据: document and clause.</summary>
public sealed record Basis(string Document, string Clause);

/// <summary>A fact under the name that the rule gives it (plan, superior, target ...).</summary>
public sealed record MatchedFact(string Name, string Type, RecordId? Record, Text Text);
