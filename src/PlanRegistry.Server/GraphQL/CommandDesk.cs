using System.Security.Cryptography;
using System.Text;
using PlanRegistry.Access;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.Documents;
using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Server.GraphQL;

/// <summary>
/// Runs the commands of the mutations for whoever asks: one way from input to ledger entry for all of them. One per request.
/// </summary>
public sealed class CommandDesk(Judgements judgements, Caller caller, DocumentDesk? documents = null)
{
    private Trial? trial;

    public Judgements Judgements { get; } = judgements;

    public Caller Caller { get; } = caller;

    /// <summary>The same where nothing is written: what a command comes to is what the next one finds.</summary>
    public CommandDesk Trying(Trial tried) => new(Judgements, Caller, documents) { trial = tried };

    /// <param name="command">Its name in the schema, as the ledger entry keeps it.</param>
    /// <param name="decide">What the input comes to on a view; called again when another writer was first.</param>
    /// <param name="reason">Why, as the ledger entry says it.</param>
    /// <param name="document">What the reason rests on.</param>
    /// <param name="source">What was read, as the ledger entry names it.</param>
    public Outcome Run(string command, CommandInput input, Func<RegistryView, Decision> decide, string? reason = null,
        string? document = null, string? source = null)
    {
        if (!DistrictCode.TryParse(input.District, out var district))
        {
            throw RequestErrors.Request(
                $"字段“input.district”的“{input.District}”不是行政区划代码，请写GB/T 2260的六位数字，如“500154”。",
                $"The field \"input.district\" has \"{input.District}\", "
                    + "which is no district code: six digits of GB/T 2260, like \"500154\".");
        }
        Caller.Require("Mutation." + command);
        return RequestErrors.Telling(() => Run(command, input, district, decide, reason, document, source));
    }

    private Outcome Run(string command, CommandInput input, DistrictCode district, Func<RegistryView, Decision> decide, string? reason,
        string? document, string? source)
    {
        var isKnown = Judgements.Registry.View(district) is { District: not null } known
            && (trial?.Reaches(district) ?? Caller.Sees(known));
        if (!isKnown)
        {
            var unknown = new Problem(ProblemCode.UnknownDistrict,
                new Text($"登记册中没有行政区{district}。", $"The registry has no district {district}."), ["district"]);
            decide = _ => Decision.Refuse(unknown);
        }
        var header = new CommandHeader
        {
            District = district,
            Actor = Caller.Actor,
            Command = command,
            Reason = reason,
            Document = document,
            Source = source,
            IdempotencyKey = KeyOf(input.IdempotencyKey),
            InputHash = input.IdempotencyKey is null ? null : input.Hash(command),
            // Those before it in a trial have moved on what the client knew.
            ExpectedSeq = trial?.IsUntouched(district) != false ? input.ExpectedSeq : null,
        };
        var isTried = trial is not null || input.DryRun == true || !isKnown;
        return new Outcome(isTried ? Judgements.Registry.Rehearse(header, Decide, trial) : Judgements.Registry.Execute(header, Decide),
            Judgements, Caller, input.ClientMutationId);

        Decision Decide(RegistryView view) => Allowed(view, decide, isTried);
    }

    /// <summary>
    /// What is not the caller's does not exist for them: decided on what they see, and, where that is in order, on all that there is.
    /// </summary>
    private Decision Allowed(RegistryView view, Func<RegistryView, Decision> decide, bool isTried)
    {
        if (SightOf(view) is { } sight)
        {
            var seen = decide(sight.View);
            if (seen.IsRefused)
            {
                return seen;
            }
            // What they may not write is told before what they do not see: else that it conflicts would tell that it is there.
            if (Objection(view, seen) is { } notTheirs)
            {
                return Decision.Refuse(notTheirs);
            }
        }
        var decision = decide(view);
        return decision.IsRefused ? SightOf(view) is null ? decision : Decision.Refuse(Caller.Unseen)
            : (Objection(view, decision) ?? documents?.Objection(view, decision, isTried)) is { } objection
                ? Decision.Refuse(objection) : decision;
    }

    /// <summary>What stands above a district that they see whole may be tried by who may not write there.</summary>
    private bool IsTriedAbove(RegistryView view) => trial?.IsAbove(view.Code) == true && Caller.SightOf(trial.Tried) is null;

    private Sight? SightOf(RegistryView view) => IsTriedAbove(view) ? null : Caller.SightOf(view);

    private Problem? Objection(RegistryView view, Decision decision) => IsTriedAbove(view) ? null : Caller.Objection(view, decision);

    /// <summary>A client's key is its own words: the ledger keeps what tells it from another, and not the words.</summary>
    public static string Kept(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static string? KeyOf(string? given) => given is null ? null
        : string.IsNullOrWhiteSpace(given)
            ? throw RequestErrors.Request("字段“input.idempotencyKey”不能为空；不需要幂等时请不写。",
                "The field \"input.idempotencyKey\" must not be empty: leave it out where no retry is meant.")
            : Kept(given);
}
