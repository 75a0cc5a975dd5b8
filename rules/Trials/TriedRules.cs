using PlanRegistry.Rules.Amendments;
using PlanRegistry.Rules.Approval;
using PlanRegistry.Rules.Catalogue;
using PlanRegistry.Rules.Funding;
using PlanRegistry.Rules.Hierarchy;
using PlanRegistry.Rules.Implementation;
using PlanRegistry.Rules.Indicators;
using PlanRegistry.Rules.Reviews;

namespace PlanRegistry.Rules.Trials;

/// <summary>What is owed by which rule, beyond what it finds: in a trial of the rule the one goes, or begins, with the other.</summary>
public static class TriedRules
{
    private static readonly Dictionary<Type, Obliged> Obliging = new()
    {
        [typeof(EachYearHasAMonitoringReport)] = Obliged.AnnualReport,
        [typeof(MidTermEvaluationIsReportedInTime)] = Obliged.MidTermReport,
        [typeof(FinalEvaluationIsReportedInTime)] = Obliged.FinalReport,
        [typeof(MidTermReportIsExaminedThenDeliberated)] = Obliged.MidTermSteps,
        [typeof(OpinionsOnTheMidTermReportAreFollowedUp)] = Obliged.MidTermFollowUp,
        [typeof(ProgressIsDisclosedUnlessSecret)] = Obliged.Disclosure,
        [typeof(SubordinatePlansFollowAnAmendment)] = Obliged.FollowingAnAmendment,
        [typeof(PlanFollowsLaterDevelopmentPlans)] = Obliged.FollowingAnOutline,
        [typeof(DepartmentPlansAreAlignedAndFiled)] = Obliged.Filing,
        [typeof(DevelopmentPlanIsDecomposedToOneLeadEach)] = Obliged.Decomposition,
        [typeof(HandedDownTargetsStandInAScheme)] = Obliged.Scheme,
        [typeof(MainIndicatorsHaveAnnualTargetsThatReachTheTarget)] = Obliged.AnnualTargets,
        [typeof(BindingIndicatorKeepsToItsPath)] = Obliged.Readings,
        [typeof(DevelopmentPlanTakesItsRoute)] = Obliged.PreliminaryReview,
        [typeof(FinalEvaluationGoesWithTheNextDraft)] = Obliged.PreviousEvaluation,
        [typeof(PlanStandsOnADirectoryList)] = Obliged.Listing,
        [typeof(NoDistrictMoneyForAnUnlistedPlan)] = Obliged.Money,
    };

    public static RuleTrial Of(string code, bool inForce, DateOnly from) => new(code, inForce, from,
        RuleBook.Of(code).Classes.Select(c => Obliging.GetValueOrDefault(c)).OfType<Obliged>().FirstOrDefault());
}
