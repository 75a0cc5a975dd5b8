using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Implementation;
using PlanRegistry.Indicators;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Implementation;

/// <summary>A development plan of 2021-2025 with two indicators and two tasks, published on 2021-03-05: due on 2021-06-03.</summary>
internal static class ImplementedPlan
{
    public static TestDistrict Build(string published = "2021-03-05")
    {
        var district = new TestDistrict();
        district.Plan("DEV", PlanKind.Development, 2021, 2025);
        district.Act("DEV", ActType.CongressApproved, "2021-02-20");
        district.Act("DEV", ActType.Published, published, "GOV");
        district.Indicator("COVER", "森林覆盖率");
        district.Indicator("AIR", "优良天数比率");
        district.Target("DEV", "COVER", 54m);
        district.Target("DEV", "AIR", 93m);
        return district;
    }

    public static TestDistrict WithTask(this TestDistrict district, string code, TaskKind kind = TaskKind.Task, string plan = "DEV",
        Func<PlanTask, PlanTask>? with = null)
    {
        var row = new PlanTask { Code = code, Plan = district.Key<Plan>(plan), Kind = kind, Title = $"任务{code}" };
        district.Add(with?.Invoke(row) ?? row);
        return district;
    }

    /// <summary>By the government's office, unless another is said.</summary>
    public static TestDistrict Assign(this TestDistrict district, string subject, string on = "2021-04-10", string plan = "DEV",
        string lead = "TRANS", Func<Assignment, Assignment>? with = null)
    {
        var isTask = subject.StartsWith('T');
        var row = new Assignment
        {
            Plan = district.Key<Plan>(plan), Indicator = isTask ? null : district.Key<Indicator>(subject),
            Task = isTask ? district.Key<PlanTask>(subject) : null, Lead = district.Key<Agency>(lead),
            By = district.Key<Agency>("GOVOFFICE"), On = PartialDate.Parse(on),
        };
        district.Add(with?.Invoke(row) ?? row);
        return district;
    }
}
