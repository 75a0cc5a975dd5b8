using PlanRegistry.Access;
using PlanRegistry.Funding;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Access;

/// <summary>
/// Notes in the access journal that certificates are printed, an entry for each. Where that cannot be written within two seconds, whoever
/// prints is told that the registry is busy, and prints nothing. One per request.
/// </summary>
public sealed class Prints(IAccessStorage storage, TimeProvider clock, Reach reach, IHttpContextAccessor asking)
{
    private const int MostAtOnce = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public Problem? Note(NotePrintInput input)
    {
        reach.For("Mutation.notePrint");
        var numbers = input.Numbers.Distinct().ToList();
        if (numbers.Count is 0 or > MostAtOnce)
        {
            throw RequestErrors.Request($"字段“input.numbers”有{numbers.Count}条，应为1至{MostAtOnce}条。",
                $"The field \"input.numbers\" has {numbers.Count} items: 1 to {MostAtOnce} at once.");
        }
        if (!DistrictCode.TryParse(input.District, out var district) || reach.Scope(district) is not { } scope)
        {
            return new(ProblemCode.UnknownDistrict, new Text($"登记册中没有行政区{input.District}。",
                $"The registry has no district {input.District}."), ["district"]);
        }
        if (numbers.Find(n => !IsPaper(scope, n)) is { } missing)
        {
            return new(ProblemCode.UnknownRecord, new Text($"没有编号为{missing}的已签发核验单。",
                $"There is no certificate {missing} that has been signed."), ["numbers"]);
        }
        return RequestErrors.Telling(() => storage.Write(Patience, rows =>
        {
            foreach (var number in numbers)
            {
                rows.Note(
                    clock.GetUtcNow(), AccessEvent.CertificatePrinted, reach.Caller.Account, reach.Caller.Actor.Name, number, district,
                    asking.HttpContext is { } http ? Visitor.PlaceOf(http).Address : null);
            }
            return (Problem?)null;
        }));
    }

    private static bool IsPaper(Scope scope, string number) =>
        Certificates.Find(scope.View, number) is { } certificate && CertificateStanding.IsSigned(scope.Snapshot.View, certificate);
}
