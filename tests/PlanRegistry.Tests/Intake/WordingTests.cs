using PlanRegistry.Records;

namespace PlanRegistry.Tests.Intake;

public sealed class WordingTests
{
    [Theory]
    [InlineData("综合交通规划", "《综合交通规划》")]
    [InlineData("《综合交通规划》", "《综合交通规划》")]
    [InlineData("关于印发《综合交通规划》的通知", "《关于印发〈综合交通规划〉的通知》")]
    [InlineData("《甲规划》《乙规划》", "《〈甲规划〉〈乙规划〉》")]
    [InlineData(" ", "（名称未录入）")]
    public void A_title_stands_in_one_pair_of_title_marks(string title, string zh) => Wording.Title(title).Zh.Should().Be(zh);
}
