using System.Text.Json;
using Dapper;
using PlanRegistry.Records;
using PlanRegistry.Server.Workbooks;

namespace PlanRegistry.Server.Storage.Sqlite;

/// <summary>What columns of workbooks were said to hold: <c>0019_mappings.sql</c>.</summary>
internal sealed partial class AccessRows
{
    public IReadOnlyList<ColumnMapping> Mappings(DistrictCode district, string agency) => Read(
        """
        select district, agency, shape, columns, used_at
        from access_mappings
        where district = @district and agency = @agency
        order by used_at desc, shape
        """, new { district = district.Value, agency },
        r => new ColumnMapping(DistrictCode.Parse(r.Text(0)!), r.Text(1)!, r.Text(2)!,
            JsonSerializer.Deserialize<Dictionary<int, string?>>(r.Text(3)!)!, r.At(4)!.Value));

    public void Save(ColumnMapping mapping) => connection.Execute(
        """
        insert into access_mappings (district, agency, shape, columns, used_at)
        values (@district, @Agency, @Shape, @columns, @at)
        on conflict (district, agency, shape) do update set columns = @columns, used_at = @at
        """,
        new
        {
            district = mapping.District.Value, mapping.Agency, mapping.Shape, columns = JsonSerializer.Serialize(mapping.Columns),
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
