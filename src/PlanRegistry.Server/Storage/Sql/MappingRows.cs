using System.Text.Json;
using Dapper;
using PlanRegistry.Records;
using PlanRegistry.Server.Workbooks;

namespace PlanRegistry.Server.Storage.Sql;

/// <summary>What was said of workbooks, by their shape: <c>0019_mappings.sql</c>, <c>0020_mapped_agencies.sql</c>.</summary>
internal sealed partial class AccessRows
{
    public IReadOnlyList<WorkbookMapping> Mappings(DistrictCode district, string agency) => Read(
        """
        select district, agency, shape, columns, agencies, used_at
        from access_mappings
        where district = @district and agency = @agency
        order by used_at desc, shape
        """, new { district = district.Value, agency },
        r => new WorkbookMapping(DistrictCode.Parse(r.Text(0)!), r.Text(1)!, r.Text(2)!,
            new(JsonSerializer.Deserialize<Dictionary<int, string?>>(r.Text(3)!)!,
                JsonSerializer.Deserialize<Dictionary<string, string>>(r.Text(4)!)!), r.At(5)!.Value));

    public void Save(WorkbookMapping mapping) => connection.Execute(
        """
        insert into access_mappings (district, agency, shape, columns, agencies, used_at)
        values (@district, @Agency, @Shape, @columns, @agencies, @at)
        on conflict (district, agency, shape) do update set columns = @columns, agencies = @agencies, used_at = @at
        """,
        new
        {
            district = mapping.District.Value, mapping.Agency, mapping.Shape, columns = JsonSerializer.Serialize(mapping.Said.Columns),
            agencies = JsonSerializer.Serialize(mapping.Said.Agencies),
            at = Moment.Write(mapping.UsedAt),
        });

    public bool RemoveMapping(DistrictCode district, string agency, string shape) => connection.Execute(
        "delete from access_mappings where district = @district and agency = @agency and shape = @shape",
        new { district = district.Value, agency, shape }) > 0;

    public void TrimMappings(DistrictCode district, string agency, DateTimeOffset since, int most) => connection.Execute(
        """
        delete from access_mappings
        where district = @district and agency = @agency and (used_at < @since or shape not in (
            select shape from access_mappings where district = @district and agency = @agency order by used_at desc, shape limit @most))
        """, new { district = district.Value, agency, since = Moment.Write(since), most });
}
