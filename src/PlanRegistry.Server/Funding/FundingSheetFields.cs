using GraphQLEngine;
using PlanRegistry.Server.Catalogue;
using PlanRegistry.Server.GraphQL;
using PlanRegistry.Server.Workbooks;

namespace PlanRegistry.Server.Funding;

/// <summary>FundingSheet: the lines of a workbook as questions, as many as are answered at once.</summary>
public sealed class FundingSheetNode
{
    public const int MostLines = 200;

    private readonly FundingSheetReading reading;

    internal FundingSheetNode(FundingSheetReading reading) => this.reading = reading;

    public int LineCount => reading.Lines.Count;
    public IReadOnlyList<FundingSheetLine> Lines => [.. reading.Lines.Take(MostLines)];
    public IReadOnlyList<WorkbookRemark> Notices => reading.Notices;
    public IReadOnlyList<WorkbookRemark> Inferred => reading.Inferred;
}

[Resolves("District")]
public static class FundingSheetFields
{
    public const string Coordinate = "District.fundingSheet";

    public static FundingSheetNode FundingSheet(DistrictNode district, string workbook,
        [Service] Reach reach, [Service] WorkbookShelf shelf)
    {
        var scope = district.For(Coordinate);
        return shelf.Find(reach.Caller, workbook) is { } found ? new(FundingSheetReading.Of(found, scope.View))
            : throw RequestErrors.Request(WorkbookWords.Gone.Zh, WorkbookWords.Gone.En);
    }
}
