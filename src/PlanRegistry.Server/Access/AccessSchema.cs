using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Access;

internal static class AccessSchema
{
    public static Capability Capability { get; } = new(
        binding => binding
            .Type<MeNode>("Me").Type<SessionNode>("Session").Type<AccountNode>("Account").Type<MachineTokenNode>("MachineToken")
            .Type<JournalEntryNode>("JournalEntry")
            .Connection<AccountNode>("Account").Connection<MachineTokenNode>("MachineToken").Connection<JournalEntryNode>("JournalEntry")
            .Type<InviteUserPayload>("InviteUserPayload").Type<GrantRolePayload>("GrantRolePayload")
            .Type<RenewLinkPayload>("RenewLinkPayload").Type<EndUserPayload>("EndUserPayload")
            .Type<MakeTokenPayload>("MakeTokenPayload").Type<RevokeTokenPayload>("RevokeTokenPayload")
            .Type<ChangePasswordPayload>("ChangePasswordPayload").Type<EndSessionsPayload>("EndSessionsPayload")
            .Type<NotePrintPayload>("NotePrintPayload")
            .Type<LinkProviderPayload>("LinkProviderPayload").Type<UnlinkProviderPayload>("UnlinkProviderPayload")
            .Type<ResetFactorPayload>("ResetFactorPayload").Type<BeginFactorPayload>("BeginFactorPayload")
            .Type<ConfirmFactorPayload>("ConfirmFactorPayload")
            .Type<MarkSeenPayload>("MarkSeenPayload").Type<RenewCalendarFeedPayload>("RenewCalendarFeedPayload")
            .District("Me.lastSeenSeq(district:)").District("Me.lastSeenAt(district:)")
            .Resolvers(typeof(MeFields)).Resolvers(typeof(JournalEntryFields))
            .Resolvers(typeof(AccessQueries)).Resolvers(typeof(AccessMutations)));
}
