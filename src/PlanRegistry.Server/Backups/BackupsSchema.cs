using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Backups;

internal static class BackupsSchema
{
    public static Capability Capability { get; } = new(
        binding => binding.Type<BackupNode>("Backup").Resolvers(typeof(BackupQueries)).Resolvers(typeof(BackupFields)));
}
