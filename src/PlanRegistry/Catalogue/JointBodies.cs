using PlanRegistry.Intake;
using PlanRegistry.Records;

namespace PlanRegistry.Catalogue;

/// <summary>A column for one body whose cell may name all that acted together: the first of them leads, the others go beside it.</summary>
internal sealed class JointBodies(Column lead, Column others)
{
    public CellValue ReadLead(IntakeContext context, string raw) =>
        ReadAll(context, raw) is { Value: Key<Agency>[] several } ? CellValue.Of(several[0]) : ReadAll(context, raw);

    public void ShareOut(ReadRow row)
    {
        if (row.Raw(lead.Name) is { } raw && row.Raw(others.Name) is null
            && ReadAll(row.Context, raw).Value is Key<Agency>[] { Length: > 1 } several)
        {
            row[others] = several[1..];
        }
    }

    private CellValue ReadAll(IntakeContext context, string raw) => AgencyRows.Table.Naming!.FindAll(context, lead, raw);
}
