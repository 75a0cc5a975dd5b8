using PlanRegistry.Consultation;
using PlanRegistry.Ledger;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Consultation;

/// <summary>Whose account handled an opinion, by name: the ledger has it, and the row only the account's id.</summary>
internal static class HandlerNames
{
    /// <summary>Null where the entry is another's, as of an import, or was never written.</summary>
    public static string? Of(CommandDesk desk, RegistryView view, Handling? handling) =>
        handling is { Handler: { } handler } && desk.Judgements.Registry.Entry(view.Code, handling.Seq)?.Actor is { } actor
            && actor.Id == handler ? actor.Name : null;
}
