using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>The plans that rows may rest on: those of the pack, as far as they have been read, and those recorded.</summary>
internal sealed class PlansAtHand
{
    private readonly IntakeContext context;
    private readonly HashSet<Key<Plan>> ofPack = [];
    private readonly HashSet<Key<Plan>> secret = [];

    private PlansAtHand(IntakeContext context)
    {
        this.context = context;
        var index = PlanRows.Names.IndexOf(context);
        new PlanNaming(context.View, context.Codes, (key, called, isSecret, isOwnRow) =>
        {
            index.Add(key, [.. called]);
            if (isOwnRow)
            {
                ofPack.Add(key);
            }
            if (isSecret)
            {
                secret.Add(key);
            }
        }).Name(context.Sheets);
    }

    public static PlansAtHand Of(IntakeContext context) => context.Part(c => new PlansAtHand(c));

    /// <summary>Its row or its record says SECRET.</summary>
    public bool IsSecret(Key<Plan> key) => secret.Contains(key) || context.View.Kept(SecretOf).Contains(key);

    /// <summary>The plan as the pack has it, else as recorded; null where its own row is refused.</summary>
    public Plan? PlanOf(Key<Plan> key) =>
        (key.District == context.Home ? context.Learned<Plan>(key.Code) : null) ?? (ofPack.Contains(key) ? null : context.View.Plan(key));

    /// <summary>The last year of the plan's horizon; null where the plan's own row is refused.</summary>
    public int? LastYearOf(Key<Plan> key) => PlanOf(key)?.HorizonTo ?? StubOf(key)?.HorizonTo;

    /// <summary>A stub that this pack holds.</summary>
    public SuperiorPlan? StubOf(Key<Plan> key) => context.Learned<SuperiorPlan>($"{key.District}|{key.Code}");

    private static HashSet<Key<Plan>> SecretOf(RegistryView view) => [.. view.Plans.Where(p => p.IsSecret).Select(p => p.Key)];
}
