using PlanRegistry.Access;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Access;

/// <summary>What the inputs of accounts and tokens have in common: they write no ledger entry.</summary>
public abstract record AccessInput
{
    public string? ClientMutationId { get; init; }
}

public sealed record InviteUserInput : AccessInput
{
    public required string Name { get; init; }
    public required Role Role { get; init; }
    public required string District { get; init; }
    public string? Agency { get; init; }
    public AdminPost? Post { get; init; }
}

public sealed record GrantRoleInput : AccessInput
{
    public required string Account { get; init; }
    public required Role Role { get; init; }
    public required string District { get; init; }
    public string? Agency { get; init; }
    public AdminPost? Post { get; init; }
}

public sealed record RenewLinkInput : AccessInput
{
    public required string Account { get; init; }
}

public sealed record EndUserInput : AccessInput
{
    public required string Account { get; init; }
    public string? Successor { get; init; }
}

public sealed record LinkProviderInput : AccessInput
{
    public required string Account { get; init; }
    public required string Subject { get; init; }
}

public sealed record UnlinkProviderInput : AccessInput
{
    public required string Account { get; init; }
}

public sealed record MakeTokenInput : AccessInput
{
    public required string Name { get; init; }
    public required Role Role { get; init; }
    public required string District { get; init; }
    public string? Agency { get; init; }
    public required PartialDate ExpiresOn { get; init; }
}

public sealed record RevokeTokenInput : AccessInput
{
    public required string Token { get; init; }
}

public sealed record ChangePasswordInput : AccessInput
{
    public required string OldPassword { get; init; }
    public required string Password { get; init; }
}

public sealed record ResetFactorInput : AccessInput
{
    public required string Account { get; init; }
}

public sealed record BeginFactorInput : AccessInput
{
    public required string Password { get; init; }
}

public sealed record ConfirmFactorInput : AccessInput
{
    public required string Code { get; init; }
}

public sealed record EndSessionsInput : AccessInput;

public sealed record NotePrintInput : AccessInput
{
    public required string District { get; init; }
    public required IReadOnlyList<string> Numbers { get; init; }
}

public sealed record RenewCalendarFeedInput : AccessInput
{
    public required string District { get; init; }
    public string? Agency { get; init; }
}

public sealed record MarkSeenInput : AccessInput
{
    public required string District { get; init; }
    public required int Seq { get; init; }
}

/// <summary>What came of it.</summary>
public abstract class AccessPayload(Problem? problem, AccessInput input)
{
    public IReadOnlyList<Problem> Problems => problem is null ? [] : [problem];
    public string? ClientMutationId => input.ClientMutationId;
}

/// <summary>An account, and what is told of it once.</summary>
public abstract class InvitationPayload(Invitation invitation, AccessInput input) : AccessPayload(invitation.Problem, input)
{
    public AccountNode? Account => invitation.Account is { } account ? new AccountNode(account) : null;
    protected string? Told => invitation.Link is { } key ? SignInPages.LinkOf(key) : null;
}

public sealed class InviteUserPayload(Invitation invitation, AccessInput input) : InvitationPayload(invitation, input)
{
    public string? Link => Told;
}

public sealed class GrantRolePayload(Invitation invitation, AccessInput input) : InvitationPayload(invitation, input);

public sealed class RenewLinkPayload(Invitation invitation, AccessInput input) : InvitationPayload(invitation, input)
{
    public string? Link => Told;
}

public sealed class EndUserPayload(Invitation invitation, AccessInput input) : InvitationPayload(invitation, input);

public sealed class LinkProviderPayload(Invitation invitation, AccessInput input) : InvitationPayload(invitation, input);

public sealed class UnlinkProviderPayload(Invitation invitation, AccessInput input) : InvitationPayload(invitation, input);

public sealed class MakeTokenPayload((MachineToken? Token, string? Key, Problem? Problem) made, AccessInput input)
    : AccessPayload(made.Problem, input)
{
    public MachineTokenNode? Token => made.Token is { } token ? new MachineTokenNode(token) : null;
    public string? Secret => made.Key;
}

public sealed class RevokeTokenPayload((MachineToken? Token, Problem? Problem) revoked, AccessInput input)
    : AccessPayload(revoked.Problem, input)
{
    public MachineTokenNode? Token => revoked.Token is { } token ? new MachineTokenNode(token) : null;
}

public sealed class ResetFactorPayload(Invitation invitation, AccessInput input) : InvitationPayload(invitation, input);

public sealed class BeginFactorPayload((FactorOffer? Offer, Problem? Problem) begun, AccessInput input)
    : AccessPayload(begun.Problem, input)
{
    public string? Secret => begun.Offer?.Secret;
    public string? Address => begun.Offer?.Address;
}

public sealed class ConfirmFactorPayload(Problem? problem, AccessInput input) : AccessPayload(problem, input);

public sealed class ChangePasswordPayload(Problem? problem, AccessInput input) : AccessPayload(problem, input);

public sealed class NotePrintPayload(Problem? problem, AccessInput input) : AccessPayload(problem, input);

public sealed class EndSessionsPayload(AccessInput input) : AccessPayload(null, input);

public sealed class MarkSeenPayload((Sighting? Seen, Problem? Problem) marked, AccessInput input) : AccessPayload(marked.Problem, input)
{
    public int? LastSeenSeq => marked.Seen?.Seq;
}

public sealed class RenewCalendarFeedPayload((string? Key, Problem? Problem) made, AccessInput input) : AccessPayload(made.Problem, input)
{
    public string? Address => made.Key is { } key ? CalendarFeeds.AddressOf(key) : null;
}
