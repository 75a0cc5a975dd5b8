using PlanRegistry.Access;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Access;

/// <summary>Runs what is done with accounts and tokens for whoever asks. One per request.</summary>
public sealed class AccessDesk(Accounts accounts, Callers callers, Caller caller)
{
    public T Run<T>(string mutation, Func<Accounts, Account?, T> act)
    {
        caller.Require("Mutation." + mutation);
        return RequestErrors.Telling(() =>
        {
            var result = act(accounts, caller.Account);
            callers.Refresh();
            return result;
        });
    }
}
