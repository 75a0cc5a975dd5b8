namespace PlanRegistry.Rules.Approval;

/// <summary>What findings about the approval of what is published say alike.</summary>
internal static class ApprovalFindings
{
    public static FindingDraft Published(this FindingDraft draft, PublicationOnDay publication) => draft
        .With("published", publication.Publication.On.InWords())
        .With("publication", Terms.Of(publication.Publication.Type));

    public static FindingDraft Unapproved(this FindingDraft draft, PublicationOnDay publication)
    {
        var view = publication.Of.Snapshot.View;
        draft.Published(publication).With("demanded", publication.Demanded);
        return publication.ByAnother is { } other
            ? draft.Saying("other").With("act", Line(other, view)).Fact("act", other)
            : draft.Saying("broken");
    }

    public static FindingDraft Open(this FindingDraft draft, PublicationOnDay publication) => draft
        .Published(publication)
        .With("act", publication.InDoubt is { } act ? Line(act, publication.Of.Snapshot.View) : default)
        .With("approval", publication.ApprovalAsTold is { } approval ? Line(approval, publication.Of.Snapshot.View) : default)
        .With("why", publication.BodyDoubt)
        .Fact("act", publication.InDoubt).Fact("approval", publication.ApprovalAsTold);

    public static FindingDraft Blocked(this FindingDraft draft, IEnumerable<EarlierBlock> blocks)
    {
        var approval = blocks.First().Approved!;
        return draft.Fact("approval", approval).With("approved", approval.On.InWords())
            .With("rules", Text.Join(blocks.Select(b => (Text)b.Finding.Rule).Distinct().Order(Comparer<Text>.Create(
                (a, b) => string.CompareOrdinal(a.Zh, b.Zh)))));
    }

    /// <summary>区林业局2026年6月5日批准.</summary>
    private static Text Line(Act act, PlanRegistry.Ledger.RegistryView view)
    {
        var bodies = act.Agencies.Any() ? act.Agencies : view.Document(act.Document)?.Issuers ?? [];
        var named = bodies.Select(a => (Text)(view.Agency(a)?.Name ?? a.Code)).ToList();
        var (deed, by) = (named.Count > 0 ? Deed(act.Type) : Terms.Of(act.Type), Text.Join(named));
        return new($"{by.Zh}{act.On.InWords().Zh}{deed.Zh}", $"{deed.En}{(named.Count > 0 ? $" by {by.En}" : "")} ({act.On})");
    }

    /// <summary>What was done, where the sentence says who did it: a step is called after the body that should take it.</summary>
    private static Text Deed(ActType type) => type switch
    {
        ActType.GovernmentApproved or ActType.CongressApproved or ActType.DepartmentApproved or ActType.MunicipalApproved
            or ActType.StandingCommitteeApproved => new("批准", "approved"),
        ActType.GovernmentExamined => new("审定", "examined"),
        ActType.PartyReviewed => new("审定", "reviewed"),
        ActType.PartyAgreed => new("同意", "agreed"),
        _ => Terms.Of(type),
    };
}
