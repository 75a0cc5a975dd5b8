using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;
using PlanRegistry.Reviews;

namespace PlanRegistry.Tests.Reviews;

/// <summary>每周提示: what one agency owes, by when it falls due.</summary>
public sealed class DigestTests
{
    private readonly TestDistrict district = new();

    private Text Of(string agency, string day)
    {
        var judgement = district.Judge(day);
        var named = judgement.Snapshot.View.Agency(district.Key<Agency>(agency))!;
        return Digest.Of(judgement.Snapshot, named, OwedDuty.Of(judgement.Snapshot, judgement.Snapshot.OwnPlans, judgement.Findings));
    }

    [Fact]
    public void What_falls_due_in_a_week_stands_before_what_falls_due_in_a_month()
    {
        district.WithSpecialPlan();

        Of("TRANS", "2022-06-25").Zh.Should().Contain("区交通运输委：规划工作每周提示").And.Contain("2022年6月25日；台账500154:")
            .And.Contain("7日内到期（").And.Contain("2022-06-30 年度监测分析 2021 《SPE规划》");
        Of("TRANS", "2022-06-10").Zh.Should().Contain("7日内到期：没有。").And.Contain("8至30日内到期（");
    }

    [Fact]
    public void What_is_late_stands_first_and_in_English_too()
    {
        district.WithSpecialPlan();

        var late = Of("TRANS", "2022-07-10");

        late.Zh.Should().Contain("逾期（");
        late.En.Should().Contain("Overdue (").And.Contain("2022-06-30 annual monitoring 2021 SPE规划");
    }

    [Fact]
    public void Another_agencys_duties_are_none_of_it()
    {
        district.WithSpecialPlan();

        Of("FIN", "2022-07-10").Zh.Should().NotContain("SPE规划");
    }

    [Fact]
    public void A_secret_plan_is_told_by_its_code_alone()
    {
        district.WithSpecialPlan(with: p => p with { Secrecy = Secrecy.Secret, Title = "涉密规划" });

        Of("TRANS", "2022-06-25").Zh.Should().Contain("涉密规划（SPE）");
    }

    [Fact]
    public void Working_days_are_told_and_of_a_day_off_the_last_one_before_it()
    {
        district.WithSpecialPlan();

        Of("TRANS", "2022-06-25").Zh.Should().Contain("2022-06-30 年度监测分析 2021 《SPE规划》（剩4个工作日）");
        Of("TRANS", "2024-06-25").Zh.Should().Contain("2024-06-30 年度监测分析 2023 《SPE规划》（剩3个工作日）")
            .And.Contain("到期日2024年6月30日为周日，不因节假日顺延；此前最后一个工作日为2024年6月28日，请提前办理。");
        Of("TRANS", "2022-07-10").Zh.Should().NotContain("工作日", "what is overdue has none left");
        Of("TRANS", "2027-06-25").Zh.Should().Contain("关于2027年部分节假日安排的通知，其工作日尚不能确定。");
    }

    [Fact]
    public void A_part_tells_so_many_and_how_many_more_there_are()
    {
        var judgement = district.Judge("2022-06-25");
        var named = judgement.Snapshot.View.Agency(district.Key<Agency>("TRANS"))!;
        var duties = Enumerable.Range(1, 103).Select(n => new OwedDuty
        {
            Kind = DutyKind.Reply, Id = $"{n:000}", Due = new DateOnly(2022, 6, 27), State = DutyState.DueSoon, Agency = named,
            Reason = () => new Text($"第{n}件。", $"The {n}th."),
        });

        Digest.Of(judgement.Snapshot, named, duties).Zh.Should().Contain("7日内到期（103项）").And.Contain("100. 2022-06-27")
            .And.NotContain("101. 2022-06-27").And.Contain("另有3项，见“我的任务”。");
    }
}
