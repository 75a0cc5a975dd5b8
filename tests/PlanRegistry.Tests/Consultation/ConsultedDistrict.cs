using PlanRegistry.Catalogue;
using PlanRegistry.Consultation;
using PlanRegistry.Records;

namespace PlanRegistry.Tests.Consultation;

/// <summary>A special plan of 交通运输委 that is being drafted, and rows of its consultation.</summary>
internal static class ConsultedDistrict
{
    public static TestDistrict Build(string recordedOn = "2021-01-01")
    {
        var district = new TestDistrict(recordedOn);
        district.Plan("ROADS", PlanKind.Special, 2026, 2030, p => p with { Title = "交通规划" });
        district.Act("ROADS", PlanRegistry.Approval.ActType.DraftingStarted, "2026-01-10", "TRANS");
        return district;
    }

    /// <summary>To 水利局 and 教委, from 2026-03-01 until 2026-03-08.</summary>
    public static ConsultationRound Round(this TestDistrict district, Func<ConsultationRound, ConsultationRound>? with = null)
    {
        var round = new ConsultationRound
        {
            Code = "R1", Plan = district.Key<Plan>("ROADS"), Audience = Audience.Agencies, OpenedOn = PartialDate.Parse("2026-03-01"),
            DueOn = PartialDate.Parse("2026-03-08"), Agencies = [district.Key<Agency>("WATER"), district.Key<Agency>("EDU")],
        };
        return district.Add(with?.Invoke(round) ?? round);
    }

    /// <summary>To the public, from 2026-03-01.</summary>
    public static ConsultationRound Notice(this TestDistrict district, string? until, string? because = null) => district.Round(r => r with
    {
        Code = "P1", Audience = Audience.Public, Agencies = null, DueOn = until is null ? null : PartialDate.Parse(until),
        ShorterBecause = because,
    });

    public static Opinion Opinion(this TestDistrict district, string code, string agency = "WATER", Func<Opinion, Opinion>? with = null)
    {
        var opinion = new Opinion
        {
            Code = code, Round = district.Key<ConsultationRound>("R1"), Plan = district.Key<Plan>("ROADS"),
            Agency = district.Key<Agency>(agency), On = PartialDate.Parse("2026-03-05"),
            Clause = "第三章", Suggestion = "补充岸线保护要求", Reason = "水法第三十七条",
        };
        return district.Add(with?.Invoke(opinion) ?? opinion);
    }

    /// <summary>The reply of an agency that has no opinion.</summary>
    public static Opinion NoOpinion(this TestDistrict district, string code, string agency = "EDU", string words = "无意见") =>
        district.Opinion(code, agency, o => o with { Clause = null, Suggestion = words, Reason = null });

    public static Handling Handling(this TestDistrict district, string opinion, HandlingResult result = HandlingResult.Adopted,
        string? reason = null, string on = "2026-03-10", string? handler = "A", HandlingStage stage = HandlingStage.First) =>
        district.Add(new Handling
        {
            Opinion = district.Key<Opinion>(opinion), Plan = district.Key<Plan>("ROADS"), Stage = stage, Result = result, Reason = reason,
            On = PartialDate.Parse(on), Handler = handler,
        });

    public static Objection Objection(this TestDistrict district, string opinion, string on = "2026-03-11") => district.Add(new Objection
    {
        Opinion = district.Key<Opinion>(opinion), Plan = district.Key<Plan>("ROADS"), Agency = district.Key<Agency>("WATER"),
        On = PartialDate.Parse(on), Reason = "岸线未予保护",
    });

    public static Dispute Dispute(this TestDistrict district, Func<Dispute, Dispute>? with = null)
    {
        var dispute = new Dispute
        {
            Code = "D1", Plan = district.Key<Plan>("ROADS"), OpenedOn = PartialDate.Parse("2026-03-12"),
            Issue = "港区选址", Positions = "水利局不同意", HostPosition = "维持原址", Grounds = "港口规划",
        };
        return district.Add(with?.Invoke(dispute) ?? dispute);
    }

    public static DisputeStep Step(this TestDistrict district, DisputeStage stage, string on) => district.Add(new DisputeStep
    {
        Dispute = district.Key<Dispute>("D1"), Plan = district.Key<Plan>("ROADS"), Stage = stage, On = PartialDate.Parse(on),
    });

    public static void Submit(this TestDistrict district, string on = "2026-04-01") =>
        district.Act("ROADS", PlanRegistry.Approval.ActType.Submitted, on, "TRANS");

    public static RoundOnDay OnDay(this TestDistrict district, string day) =>
        RoundOnDay.Of(district.View(), district.Key<Plan>("ROADS"), DateOnly.Parse(day, null)).Single();
}
