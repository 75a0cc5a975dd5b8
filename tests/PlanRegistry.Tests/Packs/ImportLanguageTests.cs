using PlanRegistry.Records;
using PlanRegistry.Server.Commands;
using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Tests.Packs;

/// <summary>What an import says, in both languages.</summary>
public sealed class ImportLanguageTests : PackTest
{
    private readonly Registry registry;

    public ImportLanguageTests() => registry = NewRegistry();

    private const string District = "code,name,tier\n500154,开州区,DISTRICT\n";

    [Fact]
    public void Done_and_done_again()
    {
        var pack = Folder(("district.csv", District), ("agencies.csv", "code,name,role\nGOV,区政府,GOVERNMENT\n"));

        Said(Language.Zh, pack, dryRun: true).Should().StartWith("500154：如非试运行，将记入2行，更正0行，撤销0行；没有写入任何内容。\n");
        Said(Language.En, pack, dryRun: true).Should().StartWith(
            "500154: 2 rows recorded, 0 corrected, 0 withdrawn if this were no dry run; nothing was written.\n");
        Said(Language.Zh, pack).Should().Be("500154：台账第1号记入2行，更正0行，撤销0行。\n");
        Said(Language.Zh, pack).Should().Be("500154：没有变化，2行均已登记。\n");
        Said(Language.En, pack).Should().Be("500154: nothing has changed; all 2 rows are recorded already.\n");
    }

    [Fact]
    public void Refused_with_each_place()
    {
        var pack = Folder(("district.csv", District), ("agencies.csv", "code,name,role\nGOV,无,GOVERNMENT\n"));

        Said(Language.Zh, pack).Should().Be(
            "agencies.csv:2：名称“无”不是内容：没有内容的请留空。\n没有写入任何内容：未通过校验1处。\n");
        Said(Language.En, pack).Should().Be(
            "agencies.csv:2: name \"无\" is no content: write nothing where there is none.\nNothing was written: 1 problem.\n");
    }

    [Fact]
    public void No_pack_to_read()
    {
        Said(Language.Zh, "/no/such").Should().Be("没有数据包“/no/such”。\n");
        Said(Language.En, "/no/such").Should().Be("There is no pack '/no/such'.\n");
        var file = Path.Combine(Folder(("district.csv", District)), "district.csv");
        Said(Language.Zh, file).Should().Be($"“{file}”不是可以读取的.zip文件。\n");
        Said(Language.En, file).Should().Be($"'{file}' is no readable .zip file.\n");
    }

    private string Said(Language language, string pack, bool dryRun = false)
    {
        var output = new StringWriter { NewLine = "\n" };
        ImportCommand.Run(registry, pack, "chen", dryRun, replace: false, new Voice(language, output, output), clock: Clock);
        return output.ToString();
    }
}
