using PlanRegistry.Records;

namespace PlanRegistry.Tests.Catalogue;

/// <summary>A name is one however it is typed, copied from a PDF file or pasted from a web page.</summary>
public sealed class TitleKeyTests
{
    [Theory]
    [InlineData("水利规划2021-2025", "水利规划2021—2025", "水利规划2021–2025", "水利规划2021－2025", "水利规划2021～2025", "水利规划2021~2025",
        "水利规划2021〜2025", "水利规划2021−2025", "水利规划2021‐2025", "水利规划2021‑2025", "水利规划2021─2025", "水利规划2021一2025", "水利规划2021ー2025")]
    [InlineData("“十四五”托育规划", "\"十四五\"托育规划", "‘十四五’托育规划", "〝十四五〞托育规划", "「十四五」托育规划", "『十四五』托育规划", "十四五托育规划",
        "＂十四五＂托育规划", "《“十四五”托育规划》", "'十四五'托育规划", "`十四五´托育规划", "«十四五»托育规划", "″十四五″托育规划")]
    [InlineData("二〇三五年目标", "二○三五年目标", "二零三五年目标", "二◯三五年目标", "2035年目标", "２０３５年目标", "2O35年目标", "𝟐𝟎𝟑𝟓年目标")]
    [InlineData("好于Ⅲ类", "好于III类", "好于ⅲ类", "好于ＩＩＩ类", "好于lll类", "好于ΙΙΙ类", "好于ІІІ类")]
    [InlineData("交通·物流规划", "交通•物流规划", "交通・物流规划", "交通‧物流规划", "交通∙物流规划", "交通･物流规划", "交通⋅物流规划")]
    [InlineData("PM2.5防治", "PM₂.₅防治", "ＰＭ２．５防治", "pm2.5防治", "РМ2.5防治", "PM 2.5 防治")]
    [InlineData("体育规划", "體育规划", "體育規劃")]
    [InlineData("民政长期规划", "⺠政⻓期规划", "民 政\u00a0长\u3000期\n规划", "民\u200b政\u200d长\ufeff期\u202e规划", "民政\u00ad长期规划", "民\ufe00政长期规划")]
    [InlineData("(试点)规划", "（试点）规划", "〔试点〕规划", "[试点]规划", "【试点】规划", "﹙试点﹚规划")]
    [InlineData("教育规划", "教育规划（2021—2025年）", "教育规划(2021-2025)", "教育规划〔2021年至2025年〕", "教育规划（二〇二一——二〇二五年）")]
    public void However_it_is_typed(string name, params string[] others)
    {
        foreach (var other in others)
        {
            TitleKey.Of(other).Should().Be(TitleKey.Of(name), $"{other} is {name}");
        }
    }

    [Theory]
    [InlineData("水利规划", "水务规划")]
    [InlineData("“十四五”规划", "“十五五”规划")]
    [InlineData("Ⅱ类", "Ⅲ类")]
    [InlineData("第一批", "第二批")]
    [InlineData("2035年", "2025年")]
    [InlineData("规划（2021—2025年）纲要", "规划纲要")]
    public void Other_names_stay_other_names(string one, string other) => TitleKey.Same(one, other).Should().BeFalse();

    [Fact]
    public void A_key_is_its_own_key()
    {
        foreach (var title in new[] { "示例区“十四五”交通·物流规划（2021—2025年）", "體育規劃２０３５", "Ⅲ类水体", "(2021-2025)" })
        {
            TitleKey.Of(TitleKey.Of(title)).Should().Be(TitleKey.Of(title));
        }
    }

    [Fact]
    public void A_horizon_that_a_title_says_is_kept_where_it_tells_plans_apart()
    {
        TitleKey.WithHorizon("教育规划（二〇二一——二〇二五年）").Should().Be(TitleKey.WithHorizon("教育规划(2021-2025)")).And.Be("教育规划(2021-2025)");
        TitleKey.WithHorizon("教育规划").Should().Be("教育规划");
    }

    /// <summary>Agencies' roles are told by words within their folded names.</summary>
    [Theory]
    [InlineData("开州区发展和改革委员会规划自然资源局生态环境局水利局财政局审计局司法局")]
    [InlineData("人民代表大会常务委员会街道办事处乡镇人民政府中国共产党中央委员会国务院厅部署")]
    public void Words_that_tell_a_role_are_their_own_key(string words) => TitleKey.Of(words).Should().Be(words);
}
