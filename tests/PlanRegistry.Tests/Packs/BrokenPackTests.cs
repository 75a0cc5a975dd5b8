using System.IO.Compression;
using System.Text;
using PlanRegistry.Catalogue;
using PlanRegistry.Server.Packs;

namespace PlanRegistry.Tests.Packs;

/// <summary>Packs that are too large, damaged, doubled or of another form: the cause is told once, and nothing is written.</summary>
public sealed class BrokenPackTests : PackTest
{
    private const string Header = "code,name\n";

    static BrokenPackTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, PackLimits, string> TooMuch => new()
    {
        { Header + "A,区甲局\n", new() { Bytes = 60 }, "The files of the pack are larger than 0 MB together, the most that is read." },
        { Header + "\n\n\n\n\n", new() { Rows = 4 }, "The pack has more than 4 rows (counted in agencies.csv), the most that are read." },
        { Header + "A\nB\nC\nD\nE\n", new() { Rows = 4 },
            "The pack has more than 4 rows (counted in agencies.csv), the most that are read." },
        { Header + "A,,,,,\n", new() { Columns = 5 }, "Row 2 of agencies.csv has more than 5 cells, the most that are read." },
        { Header + "A,\"一,\n,二三四五\"\n", new() { CellLength = 6 },
            "Row 2 of agencies.csv has a cell of more than 6 characters, the most that are read." },
    };

    [Theory]
    [MemberData(nameof(TooMuch))]
    public void What_is_read_is_counted_whether_or_not_it_is_kept(string agencies, PackLimits limits, string sentence) =>
        FluentActions.Invoking(() => Pack.Read(Folder(("agencies.csv", agencies)), limits))
            .Should().Throw<PackException>().WithMessage(sentence);

    [Fact]
    public void A_name_that_no_pack_has_is_told_without_reading_the_file()
    {
        var pack = Pack.Read(Folder(("big.bin", new string('x', 5_000))), new PackLimits { FileBytes = 1_000 });

        pack.Problems.Select(p => p.ToString()).Should().Equal("big.bin: a district pack has no such file.");
    }

    [Fact]
    public void The_first_thousand_problems_are_named_and_how_many_more_there_are()
    {
        var (exit, output) = Import(NewRegistry(),
            Folder(("agencies.csv", "code,name,tier\n" + string.Concat(Enumerable.Range(1, 1_500).Select(i => $"A{i},区{i}局,NOWHERE\n")))));

        exit.Should().Be(1);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Should().HaveCount(1_002);
        lines[^2..].Should().Equal(
            "500 more are not named: mend these first and try again.", "Nothing was written: more than 1000 problems.");
    }

    [Fact]
    public void A_byte_changed_on_the_way_is_noticed_by_the_checksum()
    {
        var zip = ZipOf(("agencies.csv", "code,name\nWATER,区水利局\n"));
        var bytes = File.ReadAllBytes(zip);
        var at = bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes("区水利局"));
        bytes[at + 2] ^= 1;
        File.WriteAllBytes(zip, bytes);
        var registry = NewRegistry();

        Import(registry, zip).Should().Be((1, "agencies.csv in the .zip is damaged (its checksum does not fit); get the pack again.\n"));
        registry.Districts().Should().BeEmpty();
    }

    [Theory]
    [InlineData("agencies.csv")]
    [InlineData("Agencies.CSV")]
    public void A_name_that_stands_twice_is_refused(string second)
    {
        var first = string.CompareOrdinal(second, "agencies.csv") < 0 ? second : "agencies.csv";

        Import(NewRegistry(), ZipOf(("agencies.csv", "name\n区甲局\n"), (second, "name\n区乙局\n")))
            .Should().Be((1, $"The pack has '{first}' 2 times; each file may stand in it once.\n"));
    }

    [Theory]
    [InlineData("pack\\agencies.csv")]
    [InlineData("agencies\\.csv")]
    public void A_name_with_a_backslash_is_told_as_that(string name) => Import(NewRegistry(), ZipOf((name, "name\n区甲局\n"))).Should()
        .Be((1, $"The name '{name}' in the .zip has a backslash, which no .zip may: "
            + "pack the files themselves without a folder, or with another tool.\n"));

    [Theory]
    [InlineData("~$plans.csv", "a spreadsheet leaves this while it has the file open: save and close it there, and import again.")]
    [InlineData("~$plans.xlsx", "a spreadsheet leaves this while it has the file open: save and close it there, and import again.")]
    [InlineData("plans.xlsx", "this is a workbook, which is not read: save each sheet of it as CSV (UTF-8), under a name like plans.csv.")]
    [InlineData("规划.ET", "this is a workbook, which is not read: save each sheet of it as CSV (UTF-8), under a name like plans.csv.")]
    [InlineData("notes.txt", "a district pack has no such file.")]
    public void A_file_that_is_none_of_a_pack_is_told_as_what_it_is(string name, string sentence)
    {
        Pack.Read(Folder((name, "x"))).Problems.Select(p => p.ToString()).Should().Equal($"{name}: {sentence}");
        Pack.Read(ZipOf((name, "x"))).Problems.Select(p => p.ToString()).Should().Equal($"{name}: {sentence}");
    }

    [Theory]
    [InlineData("code,name\rWATER,区水利局\rEDU,区教委\r")]
    [InlineData("\ufeffcode,name\rWATER,区水利局\rEDU,区教委")]
    [InlineData("code,name\r\nWATER,区水利局\r\nEDU,区教委\r\n")]
    public void Lines_may_end_in_CR_alone(string agencies) =>
        Pack.Read(Folder(("agencies.csv", agencies))).Sheets.Single(s => s.Table == "agencies").Rows
            .Select(r => $"{r.Line} {r.Cells[0]} {r.Cells[1]}").Should().Equal("2 WATER 区水利局", "3 EDU 区教委");

    [Fact]
    public void A_header_that_stands_twice_is_told_once() =>
        Import(NewRegistry(), Folder(("agencies.csv", AgenciesCsv), ("plans.csv", PlansCsv + PlansCsv.Replace("P-1,水", "P-2,节水"))))
            .Output.Should().Be("plans.csv:3: the header stands here a second time: delete this row.\nNothing was written: 1 problem.\n");

    [Fact]
    public void A_heading_that_stands_twice_is_told_once() =>
        Import(NewRegistry(), Folder(("agencies.csv", "code,name,name\nWATER,区水利局,区水务局\n"))).Output.Should()
            .Be("agencies.csv:1: column \"name\" stands twice in the header.\nNothing was written: 1 problem.\n");

    [Theory]
    [InlineData("GB18030", "开州区水利发展规划", null)]
    [InlineData("UTF-8", "开州区水利发展规划", null)]
    [InlineData("Big5", "開州區國民經濟和社會發展規劃綱要", "the encoding is not clear: as GB18030 it reads ")]
    public void An_encoding_is_taken_only_where_it_reads_as_Chinese(string encoding, string title, string? refusal)
    {
        var bytes = Encoding.GetEncoding(encoding).GetBytes($"code,title,kind,horizon_from,horizon_to\nP-1,{title},SPECIAL,2021,2025\n");
        var registry = NewRegistry();

        var (exit, output) = Import(registry, Folder(("plans.csv", bytes)));

        if (refusal is null)
        {
            exit.Should().Be(0, output);
            registry.View(Kaizhou)!.Own.Of<Plan>().Single().Title.Should().Be(title);
        }
        else
        {
            exit.Should().Be(1);
            output.Should().StartWith("plans.csv: " + refusal).And.Contain($"as Big5 \"{title}").And.Contain("1 problem");
            registry.Districts().Should().BeEmpty();
        }
    }

    [Fact]
    public void A_file_with_a_secret_mark_is_not_quoted()
    {
        var bytes = Encoding.GetEncoding("Big5").GetBytes(
            "code,title,kind,horizon_from,horizon_to,secrecy\nP-1,某基地防護規劃,SPECIAL,2021,2025,SECRET\n");

        Import(NewRegistry(), Folder(("plans.csv", bytes))).Output.Should().StartWith(
            "plans.csv: the encoding is not clear (the file has a secret mark, so nothing of it is shown): save it as UTF-8, "
                + "or name the encoding by --encoding.\n");
    }

    [Fact]
    public void What_is_declared_is_read_so()
    {
        var bytes = Encoding.GetEncoding("Big5").GetBytes("code,title,kind,horizon_from,horizon_to\nP-1,開州區水利規劃,SPECIAL,2021,2025\n");

        var pack = Pack.Read(Folder(("plans.csv", bytes)), encoding: PackEncoding.Declared["big5"]);

        pack.Problems.Should().BeEmpty();
        pack.Sheets.Single(s => s.Table == "plans").Rows[0].Cells[1].Should().Be("開州區水利規劃");
    }

    [Fact]
    public void One_lost_byte_is_named_with_its_line_and_its_consequences_are_not()
    {
        var plans = Encoding.UTF8.GetBytes(
            PlansCsv + string.Concat(Enumerable.Range(2, 40).Select(i => $"P-{i},开州区第{i}规划,SPECIAL,2021,2025,,\n")));
        var at = plans.AsSpan().IndexOf(Encoding.UTF8.GetBytes("第7规划"));
        byte[] broken = [.. plans[..(at + 1)], .. plans[(at + 2)..]];

        var (_, output) = Import(NewRegistry(), Folder(("plans.csv", broken), ("agencies.csv", Encoding.UTF8.GetBytes(AgenciesCsv)),
            ("acts.csv", Encoding.UTF8.GetBytes("plan,type,on\nP-1,CONSULTED,2021-01-05\nP-2,CONSULTED,2021-01-05\n"))));

        output.Should().MatchRegex(@"\Aplans\.csv: line 8 has a byte that is no UTF-8 \([0-9A-F]+\): the file may be damaged or cut off\.\n"
            + @"Nothing was written: 1 problem\.\n\z");
    }

    [Theory]
    [InlineData("code;name;aliases\nGOV;开州区人民政府;区政府\n",
        "agencies.csv:1: the cells are separated by \";\": save it as CSV with commas (UTF-8).\n")]
    [InlineData("code\tname\nGOV\t开州区人民政府\n", "agencies.csv:1: the cells are separated by tabs: save it as CSV with commas (UTF-8).\n")]
    [InlineData("sep=;\ncode;name\nGOV;开州区人民政府\n",
        "agencies.csv:1: the cells are separated by \";\": save it as CSV with commas (UTF-8).\n")]
    public void Another_separator_is_told_once_and_not_of_every_row(string agencies, string sentence)
    {
        var (exit, output) = Import(NewRegistry(), Folder(("agencies.csv", agencies), ("plans.csv", PlansCsv)));

        exit.Should().Be(1);
        output.Should().Be(sentence + "Nothing was written: 1 problem.\n");
    }

    [Fact]
    public void A_line_by_which_Excel_knows_the_comma_is_passed_over() =>
        Import(NewRegistry(), Folder(("agencies.csv", "sep=,\n" + AgenciesCsv))).Exit.Should().Be(0);

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")")]
    [InlineData("+86 23 5555")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("'=1")]
    [InlineData("''quoted")]
    [InlineData("plain")]
    public void A_cell_is_text_to_a_spreadsheet_and_comes_back_as_it_was(string field)
    {
        var registry = NewRegistry();
        Import(registry, Folder(("plans.csv", "code,title,kind,horizon_from,horizon_to,field\nP-1,水规划,SPECIAL,2021,2025,\""
            + PlanRegistry.Intake.FormulaText.Write(field).Replace("\"", "\"\"") + "\"\n"))).Exit.Should().Be(0);
        registry.View(Kaizhou)!.Own.Of<Plan>().Single().Field.Should().Be(field);

        var pack = NewPath();
        PackWriter.Write(registry.View(Kaizhou)!, pack);

        File.ReadAllText(Path.Combine(pack, "plans.csv")).Should().NotMatchRegex("(^|,|\")[=+@]|(^|,|\")-[^\",\n]");
        var again = NewRegistry();
        Import(again, pack).Exit.Should().Be(0);
        again.View(Kaizhou)!.Own.Of<Plan>().Single().Field.Should().Be(field);
    }

    private string ZipOf(params (string Name, string Text)[] files)
    {
        var path = NewPath() + ".zip";
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, text) in files.Prepend(("district.csv", DistrictCsv)))
        {
            using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.NoCompression).Open());
            writer.Write(text);
        }
        return path;
    }
}
