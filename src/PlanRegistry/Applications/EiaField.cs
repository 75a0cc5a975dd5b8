namespace PlanRegistry.Applications;

/// <summary>规划环境影响评价条例 第二条: the ten fields whose special plans are assessed.</summary>
public enum EiaField
{
    Industry, Agriculture, AnimalHusbandry, Forestry, Energy, WaterConservancy, Transport, UrbanConstruction, Tourism, NaturalResources,
}
