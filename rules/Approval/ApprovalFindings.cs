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

    /// <summary>区林业局2026年6月5日部门批准.</summary>
    private static Text Line(Act act, PlanRegistry.Ledger.RegistryView view)
    {
        var (type, agency) = (Terms.Of(act.Type), view.Agency(act.Agency)?.Name);
        return new($"{agency}{act.On.InWords().Zh}{type.Zh}", $"{type.En}{(agency is null ? "" : $" by {agency}")} ({act.On})");
    }
}
