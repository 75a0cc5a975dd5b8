using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Applications;

/// <summary>
/// 清单意见: what a bureau says of an entry or an application, by its own paper. 对规划编制目录清单中需开展环境影响评价和水资源论证的规划由
/// 区生态环境局和区水利局负责提出意见 (003 三、(一)).
/// </summary>
public sealed class ListWord
{
    private readonly Approval.Matter matter;
    private readonly Text name;
    private readonly string[] columns;

    private ListWord(Approval.Matter matter, AgencyRole bureau, OpinionMatter on, params string[] columns) =>
        (this.matter, Bureau, Matter, name, this.columns) = (matter, bureau, on, Terms.Of(on), columns);

    private static readonly ListWord Eia = new(Approval.Matter.EiaOpinion, AgencyRole.Ecology, OpinionMatter.Eia,
        nameof(DirectoryEntry.EiaNeeded), nameof(DirectoryEntry.EiaOpinion));

    private static readonly ListWord Water = new(Approval.Matter.WaterOpinion, AgencyRole.Water, OpinionMatter.Water,
        nameof(DirectoryEntry.WaterNeeded), nameof(DirectoryEntry.WaterOpinion));

    public static ListWord On(OpinionMatter matter) => matter == OpinionMatter.Eia ? Eia : Water;

    public AgencyRole Bureau { get; }

    public OpinionMatter Matter { get; }

    /// <summary>The word that is the agency's to give; null where none is asked of it.</summary>
    public static ListWord? Of(Agency? agency) => agency is { Tier: PlanTier.District }
        ? new[] { Eia, Water }.FirstOrDefault(w => w.Bureau == agency.Role) : null;

    /// <summary>The word, given on an entry or on an application that is not listed yet.</summary>
    /// <param name="by">Whose account says it; null: the reform commission's, which enters the bureau's word on its behalf.</param>
    public Decision Give(RegistryView view, Record on, bool needed, string document, Agency? by)
    {
        var paper = view.Document(DocumentRows.Named(new IntakeContext(view, []), new("document", "文件"), document).Value as Key<Document>?);
        if (Objection(view, by, paper, document) is { } problem)
        {
            return Decision.Refuse(problem);
        }
        Record now = (on, Matter) switch
        {
            (DirectoryEntry entry, OpinionMatter.Eia) => entry with { EiaNeeded = needed, EiaOpinion = paper!.Key },
            (DirectoryEntry entry, _) => entry with { WaterNeeded = needed, WaterOpinion = paper!.Key },
            (EntryApplication asked, OpinionMatter.Eia) => asked with { EiaNeeded = needed, EiaOpinion = paper!.Key },
            (EntryApplication asked, _) => asked with { WaterNeeded = needed, WaterOpinion = paper!.Key },
            _ => throw new ArgumentException($"No word is given on {on.Id}.", nameof(on)),
        };
        var change = Change.Correct(now, on);
        return Decision.Write(RecordShape.Of(on.GetType()).SameContent(now, on) ? [] : [change]) with
        {
            Subjects = [now],
            Overwritten = Overwritings.Of(change, (_, refusal) => refusal with { Path = ["needed"] }) is { } lost ? [lost] : [],
        };
    }

    private Problem? Objection(RegistryView view, Agency? by, Document? paper, string named)
    {
        var bureau = view.AgencyFor(Bureau, PlanTier.District, DateOnly.MaxValue)?.Name ?? $"区{Terms.Of(Bureau).Zh}";
        return by is not null && !by.Is(Bureau, PlanTier.District)
            ? Refuse("matter", $"是否需要{name.Zh}由{bureau}提出意见，{by.Name}不能代为提出。",
                $"Whether {name.En} is needed is said by {bureau}; {by.Name} cannot say it in its place.")
            : paper is null ? Refuse("document", $"文件“{named}”未登记：请先登记{bureau}的意见，写明印发单位和成文日期。",
                $"The document \"{named}\" is not registered: register the opinion of {bureau} first, with its issuer and date.")
            : Entitlement.OfPaper(view, matter, paper) is { IsGiven: false } word
                ? Refuse("document", $"文件{paper.Named.Zh}不能作为{name.Zh}意见：{word.Why.Zh}。",
                    $"The document {paper.Named.En} is no opinion on {name.En}: {word.Why.En}.")
            : paper.IssuedOn is null ? Refuse("document", $"文件{paper.Named.Zh}的成文日期未录入，意见何日提出无从知道。",
                $"The date of the document {paper.Named.En} is not recorded, so nobody can tell on which day it was said.")
            : null;
    }

    /// <summary>Whether a change does no more than to give this word.</summary>
    public bool IsAll(Change change) => change is { Recorded: { } now, Retired: { } was } && now is DirectoryEntry or EntryApplication
        && RecordShape.Of(now.GetType()).Columns.All(c => columns.Contains(c.Property) || c.Same(now, was));

    private static Problem Refuse(string field, string zh, string en) =>
        new(ProblemCode.NotAllowed, new Text(zh, en), [field], Screening.OfLists);
}
