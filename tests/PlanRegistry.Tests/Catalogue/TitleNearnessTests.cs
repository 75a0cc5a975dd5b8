using PlanRegistry.Catalogue;

namespace PlanRegistry.Tests.Catalogue;

public sealed class TitleNearnessTests
{
    private static readonly string[] Districts = ["开州区", "重庆市"];

    [Theory]
    [InlineData("开州区林业发展“十四五”规划", "开州区“十四五”林业发展规划")]
    [InlineData("开州区“十四五”林业发展规划", "林业发展规划")]
    [InlineData("重庆市开州区林业规划（2021—2025年）", "开州林业规划")]
    [InlineData("开州区综合交通专项规划", "开州区综合交通发展规划")]
    [InlineData("开州区养老与托育服务规划", "开州区养老、托育服务规划")]
    [InlineData("开州区托育和养老服务规划", "开州区养老及托育服务规划")]
    [InlineData("全区档案事业发展第十四个五年规划", "开州区“十四五”时期档案事业规划")]
    [InlineData("開州區體育發展規劃", "开州区体育规划")]
    public void Near(string one, string other)
    {
        TitleNearness.AreNear(one, other, Districts).Should().BeTrue();
        TitleNearness.AreNear(other, one, Districts).Should().BeTrue();
    }

    [Theory]
    [InlineData("开州区水利规划", "开州区水务规划")]
    [InlineData("开州区综合交通规划", "开州区交通规划")]
    [InlineData("开州区学前教育规划", "开州区教育规划")]
    [InlineData("开州区“十四五”规划", "开州区“十五五”规划纲要")]
    [InlineData("开州区林业规划", "万州区林业规划")]
    [InlineData("开州区好于Ⅱ类水体规划", "开州区好于Ⅲ类水体规划")]
    public void Not_near(string one, string other) => TitleNearness.AreNear(one, other, Districts).Should().BeFalse();
}
