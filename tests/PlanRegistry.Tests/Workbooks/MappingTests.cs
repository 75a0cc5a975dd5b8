using PlanRegistry.Access;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.Workbooks;
using PlanRegistry.Tests.GraphQL;

namespace PlanRegistry.Tests.Workbooks;

/// <summary>What a column was said to hold is remembered by the shape of the workbook, for the office that said it.</summary>
public sealed class MappingTests : WorkbookTest
{
    private static byte[] Book(int number, string heading = "负责的局") => new TestWorkbook().Sheet("附表1",
        [["序号", "规划名称", "类别", heading], [number, $"开州区示例{number}规划", "专项规划", "水利局"]]).Bytes();

    private static readonly object Lead = new { place = "附表1!D1", field = "lead_agency" };

    private static object Said(params object[] columns) =>
        new { list = "SR-2024", reason = "补录", document = "开州示例发〔2024〕2号", columns };

    private async Task HaveSaid(HttpClient client)
    {
        var id = await Sent(client, Book(91));
        var confirmation = (await Inspected(client, id, Said(Lead))).Text("confirmation");
        (await Imported(client, id, new
        {
            list = "SR-2024", reason = "补录", document = "开州示例发〔2024〕2号", columns = new[] { Lead }, confirmation,
        })).At("problems").GetRawText().Should().Be("[]");
    }

    [Fact]
    public async Task What_is_said_of_a_column_is_listed_and_an_agency_found_by_its_short_name_is_shown_by_its_name()
    {
        var id = await Sent(Http, Book(91));

        var said = await Inspected(Http, id, Said(Lead));

        said.Texts("inferred", "said").Should().Equal("列“负责的局”按指定读作“牵头单位”。", "“水利局”推定为“重庆市开州区水利局”。");
        said.At("sheets.0.rows.0.values").EnumerateArray().Single(v => v.Text("column") == "lead_agency").GetRawText().Should()
            .Be("""{"column":"lead_agency","text":"KZ-WRB","shown":"重庆市开州区水利局"}""");
    }

    [Fact]
    public async Task The_next_workbook_of_that_shape_is_read_with_it_which_is_inferred_and_can_be_said_otherwise()
    {
        await HaveSaid(Http);
        var next = await Sent(Http, Book(92));

        var read = await Inspected(Http, next, Said());
        var otherwise = await Inspected(Http, next, Said(new { place = "附表1!D1", field = (string?)null }));
        var other = await Inspected(Http, await Sent(Http, Book(93, "负责人")), Said());

        read.At("sheets.0.remembered").GetBoolean().Should().BeTrue();
        read.At("inferred.0").GetRawText().Should().Be("""{"place":"附表1!D1","said":"列“负责的局”按上次的对应读作“牵头单位”。"}""");
        read.Text("sheets.0.columns.3.field").Should().Be("lead_agency");
        otherwise.At("sheets.0.remembered").GetBoolean().Should().BeFalse();
        otherwise.Text("sheets.0.columns.3.field").Should().BeNull();
        other.At("sheets.0.remembered").GetBoolean().Should().BeFalse("its headings are others");
    }

    [Fact]
    public async Task Only_what_was_written_is_remembered_and_it_can_be_forgotten()
    {
        var tried = await Sent(Http, Book(91));
        await Inspected(Http, tried, Said(Lead));
        (await Inspected(Http, tried, Said())).At("sheets.0.remembered").GetBoolean().Should().BeFalse("it was only tried");
        await HaveSaid(Http);
        var next = await Sent(Http, Book(92));
        var shape = (await Inspected(Http, next, Said())).Text("sheets.0.shape");
        async Task<string> Forgotten() => (await Ask("""
            mutation($shape: ID!) { forgetMapping(input: { district: "500154", shape: $shape }) { forgotten problems { message } } }
            """, new { shape })).At("forgetMapping").GetRawText();

        (await Forgotten()).Should().Be("""{"forgotten":true,"problems":[]}""");
        (await Forgotten()).Should().Be("""{"forgotten":false,"problems":[]}""");

        (await Inspected(Http, next, Said())).At("sheets.0.remembered").GetBoolean().Should().BeFalse();
    }

    [Fact]
    public async Task An_offices_own_is_read_by_nobody_else()
    {
        await HaveSaid(Program(Role.ReformCommission));
        var (department, colleague) = (Program(Role.Department, "KZ-WRB"), Program(Role.ReformCommission));

        (await Inspected(department, await Sent(department, Book(92)), Said())).At("sheets.0.remembered").GetBoolean().Should().BeFalse();
        (await Inspected(colleague, await Sent(colleague, Book(92)), Said())).At("sheets.0.remembered").GetBoolean().Should().BeTrue();
        CodeOf(await Asked(Program(Role.Finance),
            "mutation { forgetMapping(input: { district: \"500154\", shape: \"a\" }) { forgotten } }")).Should().Be("FORBIDDEN");
    }

    [Fact]
    public async Task A_superior_who_sees_the_district_neither_reads_nor_forgets_what_its_office_said()
    {
        await HaveSaid(Program(Role.ReformCommission));
        var (own, above) = (Program(Role.ReformCommission), Program(Role.ReformCommission, district: "500000"));
        var shape = (await Inspected(own, await Sent(own, Book(92)), Said())).Text("sheets.0.shape");

        (await Inspected(above, await Sent(above, Book(92)), Said())).At("sheets.0.remembered").GetBoolean().Should().BeFalse();
        (await Asked(above, """
            mutation($shape: ID!) { forgetMapping(input: { district: "500154", shape: $shape }) { forgotten problems { message } } }
            """, new { shape })).At("data.forgetMapping").GetRawText().Should()
            .Be("""{"forgotten":false,"problems":[{"message":"登记册中没有行政区500154。"}]}""");

        (await Inspected(own, await Sent(own, Book(92)), Said())).At("sheets.0.remembered").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public async Task Of_an_office_the_last_fifty_shapes_are_kept_and_none_that_was_not_used_for_long()
    {
        await HaveSaid(Http);
        var next = await Sent(Http, Book(92));
        (await Inspected(Http, next, Said())).At("sheets.0.remembered").GetBoolean().Should().BeTrue();

        Storage.Write(TimeSpan.FromSeconds(2), rows =>
        {
            for (var i = 0; i < Mappings.MostOfOne; i++)
            {
                rows.Save(new WorkbookMapping(Sample, "", $"{i:D64}",
                    new(new Dictionary<int, string?> { [0] = "title" }, new Dictionary<string, string>()),
                    Clock.GetUtcNow().AddMinutes(1)));
            }
            rows.TrimMappings(Sample, "", Clock.GetUtcNow().AddYears(-1), Mappings.MostOfOne);
            return true;
        });

        (await Inspected(Http, next, Said())).At("sheets.0.remembered").GetBoolean().Should().BeFalse("fifty others were used since");
        Storage.Read(rows => rows.Mappings(Sample, "")).Should().HaveCount(Mappings.MostOfOne);
        Clock.Advance(TimeSpan.FromDays(900));
        Service<Mappings>().Of(new Caller(Role.Operator, PlanRegistry.Ledger.Actor.Named("officer")), Sample).Should().BeEmpty();
    }
}
