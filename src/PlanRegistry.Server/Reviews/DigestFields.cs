using GraphQLEngine;
using PlanRegistry.Access;
using PlanRegistry.Catalogue;
using PlanRegistry.Records;
using PlanRegistry.Reviews;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Reviews;

[Resolves("District")]
public static class DigestFields
{
    public static string Digest(DistrictNode district, string agency, Language? language, [Service] Reader reader)
    {
        var scope = district.For("District.digest");
        var found = Asked(scope, agency);
        return reader.Told(
            PlanRegistry.Reviews.Digest.Of(scope.Snapshot, found, scope.Owed), language);
    }

    /// <summary>A department asks for itself alone; a name that is nobody's is told.</summary>
    private static Agency Asked(Scope scope, string named)
    {
        var key = AgencyNames.Find(scope, [named])!.First();
        return scope.Caller.Role == Role.Department && scope.Caller.Account!.AgencyKey != key
            ? throw scope.Caller.NotTheirs() : scope.View.Agency(key)!;
    }
}
