using PlanRegistry.Access;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Access;

/// <summary>Runs what is done with accounts and tokens for whoever asks. One per request.</summary>
public sealed class AccessDesk(Accounts accounts, Callers callers, Caller caller)
{
    public T Run<T>(string mutation, Func<Accounts, Account?, T> act)
    {
        caller.Require("Mutation." + mutation);
        if (caller.Account is null)
        {
            // Who runs a server without accounts has none to change.
            throw caller.NotTheirs();
        }
        return RequestErrors.Telling(() =>
        {
            var result = act(accounts, caller.Account);
            callers.Refresh();
            return result;
        });
    }
}
