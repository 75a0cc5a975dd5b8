namespace PlanRegistry.Rules;

/// <summary>What one session says of its parts.</summary>
internal sealed record Said(IReadOnlyList<Finding> Findings, IReadOnlyList<Finding> OnlyForMoney, IReadOnlyList<RuleFailure> Failures)
{
    public static Said All(IEnumerable<Said> several)
    {
        var all = several.ToList();
        return new([.. all.SelectMany(s => s.Findings)], [.. all.SelectMany(s => s.OnlyForMoney)], [.. all.SelectMany(s => s.Failures)]);
    }
}

/// <summary>
/// Runs the rules over parts of a district in one session. A mistake in a rule or a fact costs one plan the
/// answers of that rule, and nobody else anything: where something throws, each part is heard again alone,
/// and whatever a rule that threw there has said of it is dropped. (NRules takes a condition that threw for
/// one that does not hold, which inside Not, Exists and Collect reads as absence, and lets the rule fire.)
/// </summary>
internal sealed class Hearing(Snapshot snapshot, CompiledRules rules, PartFacts district)
{
    public Said Of(IReadOnlyList<PartFacts> parts)
    {
        if (district.Failures.Count == 0 && parts.All(p => p.Failures.Count == 0))
        {
            try
            {
                return Together(parts);
            }
            catch (Exception)
            {
                // Which part it was, and which rule, each part tells when it is heard alone.
            }
        }
        return Said.All(parts.Select(Alone));
    }

    private Said Together(IReadOnlyList<PartFacts> parts)
    {
        var drafts = Fire(rules.NewSession(), parts);
        return new Said(Finish(drafts.Where(d => !d.IsOnlyForMoney)), Finish(drafts.Where(d => d.IsOnlyForMoney)), []);
    }

    private Said Alone(PartFacts part)
    {
        var failures = new Failures(rules, district, part);
        var session = rules.NewSession();
        failures.ListenTo(session);
        var drafts = failures.Try(() => Fire(session, [part]))
            .Select(d => (d.Code, d.IsOnlyForMoney, Finding: failures.Try(d.Code, d.Finish))).ToList();
        var standing = drafts.Where(d => d.Finding is not null && !failures.Include(d.Code)).ToList();
        return new Said(
            [.. standing.Where(d => !d.IsOnlyForMoney).Select(d => d.Finding!), .. failures.Told(snapshot)],
            [.. standing.Where(d => d.IsOnlyForMoney).Select(d => d.Finding!)],
            failures.ToLog);
    }

    private List<FindingDraft> Fire(ISession session, IReadOnlyList<PartFacts> parts)
    {
        session.InsertAll([.. district.Facts, .. parts.SelectMany(p => p.Facts)]);
        session.Fire();
        return [.. session.Query<FindingDraft>()];
    }

    private static List<Finding> Finish(IEnumerable<FindingDraft> drafts) => [.. drafts.Select(d => d.Finish()).OfType<Finding>()];
}
