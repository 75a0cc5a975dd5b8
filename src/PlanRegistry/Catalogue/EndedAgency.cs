using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>已撤销单位: a body that had ended by a day, and who goes on with its work.</summary>
/// <param name="Zh">That it has ended, as a clause.</param>
public sealed record EndedAgency(string Zh, string En, string SuccessorZh, string SuccessorEn)
{
    /// <summary>Null where it still was.</summary>
    public static EndedAgency? Of(RegistryView view, Key<Agency> key, AsOfDay day)
    {
        if (view.Agency(key) is not { ValidTo: { } to } agency || to.Last >= day)
        {
            return null;
        }
        var next = view.AgencyOn(key, day) is { } found && found.Key != key ? found.Name : null;
        return new($"{agency.Name}已于{to.InWords().Zh}撤销", $"{agency.Name} ended on {to}",
            next ?? "承继其职能的单位（未录入）", next ?? "whoever succeeded it (not recorded)");
    }
}
