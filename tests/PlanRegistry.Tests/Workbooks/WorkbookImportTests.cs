using System.Security.Cryptography;
using PlanRegistry.Catalogue;
using PlanRegistry.Records;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Tests.Packs;

namespace PlanRegistry.Tests.Workbooks;

/// <summary>plan-registry import FILE.xlsx: the same rows as a pack's, by the same way.</summary>
public sealed class WorkbookImportTests : PackTest
{
    private const string Lists = "code,track,year\nSR-2026,SPECIAL_AND_REGIONAL,2026\n";

    [Fact]
    public void A_list_is_tried_confirmed_and_written_as_one_entry_and_again_changes_nothing()
    {
        var registry = Begun();
        var file = Write(List(("甲规划", "水利局"), ("乙规划", "区水利局")));

        var tried = ImportWorkbook(registry, file, new() { DryRun = true });
        var unconfirmed = ImportWorkbook(registry, file, new());
        var written = ImportWorkbook(registry, file, new() { Confirm = true });
        var again = ImportWorkbook(registry, file, new() { Confirm = true });

        tried.Output.Should().StartWith("附表1: 2 rows of entries of a directory list; the heading is in row 2.\n"
            + "附表1: 2 entries have no plan: judged are plans, and lists that were submitted or approved, not entries by themselves.\n"
            + "inferred  附表1: The rows are taken to belong to SR-2026, by the titles of the sheet.\n"
            + "inferred  附表1!D3: \"水利局\" is taken for \"开州区水利局\".\n"
            + "500154: 2 rows recorded, 0 corrected, 0 withdrawn if this were no dry run; nothing was written.\n");
        unconfirmed.Exit.Should().Be(1);
        unconfirmed.Output.Should().Contain("what was inferred is not confirmed");
        written.Output.Should().EndWith("500154: 2 rows recorded, 0 corrected, 0 withdrawn in ledger entry 2.\n");
        again.Output.Should().EndWith("500154: nothing has changed; all 2 rows are recorded already.\n");
        registry.View(Kaizhou)!.Of<DirectoryEntry>().Select(e => e.Title).Should().Equal("甲规划", "乙规划");
        registry.Entry(Kaizhou, 2)!.Command.Should().Be("importWorkbook");
        registry.Entry(Kaizhou, 2)!.Reason.Should().Be(Named(file), "an auditor asks which file it was");
    }

    [Fact]
    public void A_list_that_is_not_registered_is_registered_with_its_entries_where_that_is_wanted()
    {
        var registry = NewRegistry();
        Import(registry, Folder(("agencies.csv", AgenciesCsv))).Exit.Should().Be(0);
        var file = Write(List(("甲规划", "区水利局")));

        var refused = ImportWorkbook(registry, file, new() { Confirm = true });
        var written = ImportWorkbook(registry, file, new() { Confirm = true, Choice = new(NewList: true) });

        refused.Output.Should().Contain("附表1: No directory list is registered: register it first, or have it registered with it.");
        written.Output.Should().Contain("inferred  附表1: the 2026 directory list of special and regional plans (SR-2026) is not registered, "
            + "and is taken to be registered with this workbook, by title and kinds; "
            + "who drafted, submitted and approved it stays unrecorded.")
            .And.EndWith("2 rows recorded, 0 corrected, 0 withdrawn in ledger entry 2.\n");
        registry.View(Kaizhou)!.Of<DirectoryList>().Single().Should().Match<DirectoryList>(l =>
            l.Code == "SR-2026" && l.Year == 2026 && l.Approver == null && l.ApprovedOn == null && l.Drafter == null);
    }

    [Fact]
    public void A_bad_row_names_its_sheet_and_cell_and_nothing_is_written()
    {
        var registry = Begun();

        var (exit, output) = ImportWorkbook(registry, Write(List(("甲规划", "区水利局"), ("乙规划", "天文台"))), new() { Confirm = true });

        exit.Should().Be(1);
        output.Should().EndWith("附表1!D4: The agency \"天文台\" is not known: register it, or write its full name.\n"
            + "Nothing was written: 1 problem.\n");
        registry.Head(Kaizhou).Should().Be(1);
    }

    [Fact]
    public void Who_an_unknown_agency_is_can_be_said_and_is_confirmed()
    {
        var registry = Begun();
        var file = Write(List(("甲规划", "天文台")));
        WorkbookOrder Saying(string agency) =>
            new() { Confirm = true, Choice = new(Agencies: new Dictionary<string, string> { ["天文台"] = agency }) };

        var wrong = ImportWorkbook(registry, file, Saying("火星局"));
        var written = ImportWorkbook(registry, file, Saying("区水利局"));

        wrong.Output.Should().EndWith("附表1!D3: The agency \"火星局\", which \"天文台\" was said to be, is not known: "
            + "choose one that is registered.\nNothing was written: 1 problem.\n");
        written.Output.Should().Contain("inferred  附表1!D3: \"天文台\" is \"开州区水利局\", as was said.\n")
            .And.EndWith("1 rows recorded, 0 corrected, 0 withdrawn in ledger entry 2.\n");
    }

    [Fact]
    public void Good_rows_are_accepted_and_the_rest_is_given_back_and_goes_in_once_it_is_mended()
    {
        var registry = Begun();
        var file = Write(List(("甲规划", "区水利局"), ("=乙规划", "天文台")));

        var (exit, output) = ImportWorkbook(registry, file, new() { Confirm = true, AcceptGoodRows = true });
        var returned = Path.Combine(Path.GetDirectoryName(file)!, $"{Path.GetFileNameWithoutExtension(file)}-退回表.xlsx");
        Import(registry, Folder(("agencies.csv", "code,name\nSKY,天文台\n")));
        var (_, mended) = ImportWorkbook(registry, returned, new() { Confirm = true });

        exit.Should().Be(0);
        output.Should().Contain("1 rows are given back in '").And.EndWith("1 rows recorded, 0 corrected, 0 withdrawn in ledger entry 2.\n");
        mended.Should().Contain("The column \"Why it is returned\" is not read.")
            .And.Contain("1 rows recorded, 0 corrected, 0 withdrawn in ledger entry 4.");
        registry.View(Kaizhou)!.Of<DirectoryEntry>().Select(e => (e.Code, e.Title)).Should().Equal(("1", "甲规划"), ("2", "=乙规划"));
    }

    [Fact]
    public void What_a_workbook_leaves_out_or_empty_stays_as_it_is_recorded()
    {
        var registry = Begun();
        Import(registry, Folder(("directory_entries.csv",
            "list,code,title,kind,lead_agency,horizon_from,horizon_to,category\nSR-2026,1,甲规划,SPECIAL,区水利局,2026,2030,水利\n")));

        var (_, output) = ImportWorkbook(registry, Write(List(("甲规划", null))), new() { Confirm = true });

        output.Should().EndWith("500154: nothing has changed; all 1 rows are recorded already.\n");
    }

    [Fact]
    public void A_workbook_that_overwrites_says_why()
    {
        var registry = Begun();
        Import(registry, Folder(("directory_entries.csv", "list,code,title,kind,lead_agency\nSR-2026,1,甲规划,SPECIAL,区政府\n")));
        var file = Write(List(("甲规划", "区水利局")));

        ImportWorkbook(registry, file, new() { Confirm = true }).Output.Should().Contain(
            "附表1!D3: lead agency is recorded as \"开州区人民政府\" and is overwritten only with a reason.");
        ImportWorkbook(registry, file, new() { DryRun = true, Reason = "录入有误" }).Output.Should().Contain(
            "corrects  附表1!B3 entry 1 of list SR-2026: 甲规划: lead agency from \"开州区人民政府\" to \"开州区水利局\".\n");
        ImportWorkbook(registry, file, new() { Confirm = true, Reason = "录入有误" }).Output.Should().EndWith(
            "0 rows recorded, 1 corrected, 0 withdrawn in ledger entry 3.\n");
        registry.Entry(Kaizhou, 3)!.Reason.Should().Be($"录入有误；{Named(file)}");
    }

    [Fact]
    public void Plans_with_their_superiors_go_in_as_plans_and_links()
    {
        var registry = Begun();
        Import(registry, Folder(("plans.csv", PlansCsv)));
        var file = Write(new TestWorkbook().Sheet("规划",
        [
            ["规划名称", "规划类型", "牵头单位", "规划期限", "上位规划"], ["河道整治规划", "专项规划", "区水利局", "2026-2030", "《水安全保障规划》"],
        ]));

        var (_, output) = ImportWorkbook(registry, file, new() { Confirm = true });

        output.Should().EndWith("500154: 2 rows recorded, 0 corrected, 0 withdrawn in ledger entry 3.\n");
        registry.View(Kaizhou)!.Of<PlanRegistry.Hierarchy.PlanLink>().Single().Superior.Code.Should().Be("P-1");
    }

    private static TestWorkbook List(params (string Title, string? Agency)[] rows) => new TestWorkbook().Sheet("附表1",
    [
        ["开州区2026年度规划编制目录清单"], ["序号", "规划名称", "类别", "牵头单位"],
        .. rows.Select((r, i) => new object?[] { i + 1, r.Title, "专项规划", r.Agency }),
    ]);

    private static string Named(string file) =>
        $"“{Path.GetFileName(file)}”（SHA-256：{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}）";

    private string Write(TestWorkbook workbook)
    {
        var path = NewPath("book") + ".xlsx";
        File.WriteAllBytes(path, workbook.Bytes());
        return path;
    }

    private Registry Begun()
    {
        var registry = NewRegistry();
        Import(registry, Folder(("agencies.csv", AgenciesCsv), ("directory_lists.csv", Lists))).Exit.Should().Be(0);
        return registry;
    }

    private (int Exit, string Output) ImportWorkbook(Registry registry, string file, WorkbookOrder order)
    {
        var output = new StringWriter { NewLine = "\n" };
        var exit = WorkbookImport.Run(registry, file, "chen", order, new Voice(Language.En, output, output), Clock);
        return (exit, output.ToString());
    }
}
