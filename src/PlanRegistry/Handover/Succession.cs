using PlanRegistry.Approval;
using PlanRegistry.Catalogue;
using PlanRegistry.Conformance;
using PlanRegistry.Records;

namespace PlanRegistry.Handover;

/// <summary>自身延续、已登记、已列入目录清单、名称相近待核实、未见、资料未录入.</summary>
public enum SuccessionStanding { NotNeeded, Recorded, Listed, Possible, None, NotRecorded }

/// <summary>What goes on with a plan's work in the new period, and how that is known. No text asks for one: none is no breach.</summary>
/// <param name="Plans">Those that succeed it, or may.</param>
/// <param name="Entries">Entries of directory lists of the new period that do, or may.</param>
/// <param name="Act">By which it was superseded.</param>
public sealed record Succession(
    SuccessionStanding Standing, Text Why, IReadOnlyList<PlanOnDay> Plans, IReadOnlyList<DirectoryEntry> Entries, Act? Act = null)
{
    internal static Succession Of(SuccessionStanding standing, Text why) => new(standing, why, [], []);
}
