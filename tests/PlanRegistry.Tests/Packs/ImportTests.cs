using System.IO.Compression;
using System.Text;
using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Server.Packs;

namespace PlanRegistry.Tests.Packs;

public sealed class ImportTests : PackTest
{
    [Fact]
    public void A_pack_is_one_ledger_entry()
    {
        var registry = NewRegistry();

        var (exit, output) = Import(registry, Folder(("agencies.csv", AgenciesCsv), ("plans.csv", PlansCsv)));

        (exit, output).Should().Be((0, "500154: 5 rows recorded, 0 corrected, 0 withdrawn in ledger entry 1.\n"));
        registry.View(Kaizhou)!.Own.Of<Act>().Single().Agency!.Value.Code.Should().Be("WATER");
        registry.Entry(Kaizhou, 1)!.Command.Should().Be("import");
    }

    [Fact]
    public void The_same_pack_again_changes_nothing_and_says_so()
    {
        var registry = NewRegistry();
        var pack = Folder(("agencies.csv", AgenciesCsv), ("plans.csv", PlansCsv));
        Import(registry, pack);

        var (exit, output) = Import(registry, pack);

        (exit, output).Should().Be((0, "500154: nothing has changed; all 4 rows are recorded already.\n"));
        registry.Head(Kaizhou).Should().Be(1);
    }

    [Fact]
    public void One_bad_row_refuses_the_pack_and_every_bad_row_is_named()
    {
        var registry = NewRegistry();

        var (exit, output) = Import(registry, Folder(
            ("agencies.csv", AgenciesCsv), ("plans.csv", PlansCsv),
            ("indicators.csv", "code,name,unit\nA,人均收入,万元/人\n"),
            ("acts.csv", "plan,type,on,agency\n\"P-1\",ISSUED,\"2021\",区教委\n\nP-2,ISSUED,2021,\n")));

        exit.Should().Be(1);
        output.Should().Be(
            "indicators.csv:2: unit \"万元/人\" is not known.\n"
            + "acts.csv:2: agency \"区教委\" is not known.\n"
            + "acts.csv:4: plan \"P-2\" is not known.\n"
            + "Nothing was written: 3 problems.\n");
        registry.Head(Kaizhou).Should().Be(0);
    }

    [Fact]
    public void A_dry_run_tells_and_writes_nothing()
    {
        var registry = NewRegistry();

        var (exit, output) = Import(registry, Folder(("agencies.csv", AgenciesCsv)), dryRun: true);

        (exit, output)
            .Should().Be((0, "500154: 3 rows recorded, 0 corrected, 0 withdrawn if this were no dry run; nothing was written.\n"
                + "On 2026-11-22 no finding would open or clear.\n"));
        registry.Head(Kaizhou).Should().Be(0);
    }

    [Fact]
    public void A_dry_run_tells_which_findings_would_open_and_clear_today()
    {
        var registry = NewRegistry();
        var pack = Folder(("agencies.csv", AgenciesCsv), ("plans.csv", PlansCsv));

        var (_, opens) = Import(registry, pack, dryRun: true);
        Import(registry, pack);
        var (_, clears) = Import(registry, Folder(("plans.csv", PlansCsv.Split('\n')[0] + "\n")), dryRun: true, replace: true,
            reason: "重复录入");

        const string finding = "REV-006  notice  "
            + "Papers of 水安全保障规划 from before 2026-11-22 are not entered: the acts approval, publication.\n";
        opens.Should().EndWith("Findings of 2026-11-22 that would open: 1, that would clear: 0.\nopens  " + finding);
        clears.Should().EndWith("Findings of 2026-11-22 that would open: 0, that would clear: 1.\nclears  " + finding);
    }

    [Fact]
    public void Replace_withdraws_what_the_pack_lacks()
    {
        var registry = NewRegistry();
        Import(registry, Folder(("agencies.csv", AgenciesCsv)));

        var (_, output) = Import(registry, Folder(("agencies.csv", "code,name,aliases\nGOV,开州区人民政府,区政府\n")), replace: true,
            reason: "已并入区政府办");

        output.Should().Be("500154: 0 rows recorded, 0 corrected, 1 withdrawn in ledger entry 2.\n");
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-8-bom")]
    [InlineData("gb18030")]
    public void Encodings_are_recognised(string encoding)
    {
        var registry = NewRegistry();
        var bytes = encoding switch
        {
            "gb18030" => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(AgenciesCsv),
            "utf-8-bom" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(AgenciesCsv)],
            _ => Encoding.UTF8.GetBytes(AgenciesCsv),
        };

        Import(registry, Folder(("agencies.csv", bytes))).Exit.Should().Be(0);

        registry.View(Kaizhou)!.Own.Of<Agency>().Select(a => a.Name).Should().Equal("开州区人民政府", "开州区水利局");
    }

    [Fact]
    public void Cells_hold_commas_quotes_and_line_breaks_and_lines_are_counted_as_an_editor_does()
    {
        var registry = NewRegistry();
        var pack = Folder(("agencies.csv", "name,code\r\n\"甲,\"\"乙\"\"\r\n局\",A-1\r\n\r\n丙局,\r\n,B-1\r\n"));

        Import(registry, pack).Output.Should().StartWith("agencies.csv:6: name is not filled in.\n");

        File.WriteAllText(Path.Combine(pack, "agencies.csv"), "name,code,,\r\n\"甲,\"\"乙\"\"\r\n局\",A-1,,\r\n,,,\r\n");
        Import(registry, pack).Exit.Should().Be(0);
        registry.View(Kaizhou)!.Own.Of<Agency>().Single().Name.Should().Be("甲,\"乙\"\r\n局");
    }

    [Theory]
    [InlineData("agencies.csv", "name,code\n甲局\n", "agencies.csv:2: the row has 1 cells and the header 2.")]
    [InlineData("agencies.csv", "name\n甲局,乙\n", "agencies.csv:2: the row has 2 cells and the header 1.")]
    [InlineData("agencies.csv", "name\n\"甲局\n乙局\n",
        "agencies.csv:2: a quotation mark is not closed, or stands inside a cell that is not quoted.")]
    [InlineData("agencies.csv", "name\n甲\"局\n",
        "agencies.csv:2: a quotation mark is not closed, or stands inside a cell that is not quoted.")]
    [InlineData("agencies.csv", "", "agencies.csv:1: the file has no header row.")]
    [InlineData("agencies.csv", "name\0", "agencies.csv: the file is no text: line 1 holds a zero byte.")]
    [InlineData("notes.txt", "hello", "notes.txt: a district pack has no such file.")]
    [InlineData("ledger.csv", "seq\n1\n", "ledger.csv: a district pack has no such file.")]
    [InlineData("district.csv", "code,name,tier\n50015,开州区,DISTRICT\n",
        "district.csv:2: code \"50015\" is no district code: write six digits of GB/T 2260, like 500154.")]
    [InlineData("district.csv", "code,name,tier\n500154,开州区,DISTRICT\n500155,梁平区,DISTRICT\n",
        "district.csv: a pack holds one district, not 2.|district.csv:3: code \"500155\" is not the receiving district 500154.")]
    [InlineData("district.csv", "name,tier\n开州区,DISTRICT\n", "district.csv: no code says which district the pack is of.")]
    public void A_file_that_is_no_part_of_a_pack_gets_a_sentence(string name, string text, string sentences)
    {
        var registry = NewRegistry();

        var (exit, output) = Import(registry, Folder((name, text)));

        exit.Should().Be(1);
        output.Split('\n')[..^2].Should().Equal(sentences.Split('|'));
    }

    [Fact]
    public void Bytes_that_are_no_text_get_a_sentence() =>
        Import(NewRegistry(), Folder(("agencies.csv", [0x6E, 0x61, 0x6D, 0x65, 0x0A, 0xFF, 0xFF]))).Output
            .Should().StartWith("agencies.csv: line 2 has a byte that is no GB18030 (FF): the file may be damaged or cut off.\n");

    [Fact]
    public void A_pack_without_a_district_gets_a_sentence()
    {
        var pack = Folder(("agencies.csv", AgenciesCsv));
        File.Delete(Path.Combine(pack, "district.csv"));

        Import(NewRegistry(), pack)
            .Should().Be((1, "district.csv: the file is missing: a pack says which district it is of.\nNothing was written: 1 problem.\n"));
    }

    [Fact]
    public void A_pack_that_is_not_there_is_a_usage_error() =>
        Import(NewRegistry(), "/no/such/pack").Should().Be((2, "There is no pack '/no/such/pack'.\n"));

    [Theory]
    [InlineData("")]
    [InlineData("500154/")]
    public void A_zip_of_the_folder_is_read_too(string folder)
    {
        var registry = NewRegistry();

        Import(registry, Zip((folder + "district.csv", DistrictCsv), (folder + "agencies.csv", AgenciesCsv), ("__MACOSX/._x", "x"))).Exit
            .Should().Be(0);

        registry.View(Kaizhou)!.Own.Of<Agency>().Should().HaveCount(2);
    }

    [Theory]
    [InlineData("../district.csv")]
    [InlineData("/etc/district.csv")]
    [InlineData("a/../../district.csv")]
    [InlineData("..\\district.csv")]
    public void A_zip_that_reaches_outside_itself_is_refused(string name) =>
        Import(NewRegistry(), Zip((name, DistrictCsv))).Should().Be((1, $"The .zip names a file outside itself: '{name}'.\n"));

    [Fact]
    public void A_file_that_is_no_zip_is_refused()
    {
        var file = NewPath();
        File.WriteAllText(file, "hello");

        Import(NewRegistry(), file).Should().Be((1, $"'{file}' is no readable .zip file.\n"));
    }

    [Fact]
    public void What_is_far_too_large_is_not_read()
    {
        var pack = Folder(("agencies.csv", AgenciesCsv));

        FluentActions.Invoking(() => Pack.Read(pack, new PackLimits { FileBytes = 50 }))
            .Should().Throw<PackException>().WithMessage("agencies.csv is larger than 0 MB, the most that is read.");
        FluentActions.Invoking(() => Pack.Read(pack, new PackLimits { Rows = 1 }))
            .Should().Throw<PackException>()
                .WithMessage("The pack has more than 1 rows (counted in agencies.csv), the most that are read.");
        FluentActions.Invoking(() => Pack.Read(pack, new PackLimits { Files = 1 }))
            .Should().Throw<PackException>().WithMessage("The pack has more than 1 files, the most that are read.");
    }

    [Fact]
    public void A_secret_is_not_repeated_on_the_command_line()
    {
        var (exit, output) = Import(NewRegistry(),
            Folder(("plans.csv", "code,title,kind,horizon_from,horizon_to,secrecy\nX-1,某基地防护规划,SPECIAL,2021,2025,SECRET\n")));

        exit.Should().Be(1);
        output.Should().NotContain("某基地").And.StartWith("plans.csv:2: title is refused");
    }

    private string Zip(params (string Name, string Text)[] files)
    {
        var path = NewPath() + ".zip";
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, text) in files)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(text);
        }
        return path;
    }
}
