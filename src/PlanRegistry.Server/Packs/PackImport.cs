using PlanRegistry.Intake;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Ledger;

namespace PlanRegistry.Server.Packs;

/// <summary>What an import came to: all of it in one ledger entry, or nothing.</summary>
public sealed record ImportResult
{
    public required DistrictCode? District { get; init; }

    /// <summary>Every bad row; then nothing was written.</summary>
    public IReadOnlyList<RowProblem> Problems { get; init; } = [];
    public IReadOnlyList<Change> Changes { get; init; } = [];

    /// <summary>Null on a dry run, and when nothing has changed.</summary>
    public LedgerEntry? Entry { get; init; }

    public bool IsRefused => Problems.Count > 0;
    public int Recorded => Changes.Count(c => c is { Recorded: not null, Retired: null });
    public int Corrected => Changes.Count(c => c is { Recorded: not null, Retired: not null });
    public int Withdrawn => Changes.Count(c => c.Recorded is null);
}

/// <summary>Imports a pack into a registry.</summary>
public static class PackImport
{
    /// <param name="progress">Called while rows are written, with how many are and how many there are.</param>
    public static ImportResult Run(
        Registry registry, Pack pack, string actor, bool dryRun = false, bool replace = false, string? reason = null, Action<int, int>? progress = null)
    {
        if (pack.District is not { } district)
        {
            return new ImportResult { District = null, Problems = pack.Problems };
        }
        IntakeResult intake = null!;
        Decision Decide(RegistryView view)
        {
            intake = RowIntake.Decide(view, pack.Sheets, replace);
            return pack.Problems.Count > 0 ? Decision.Refuse(pack.Problems.Select(p => p.ToProblem())) : intake.ToDecision();
        }
        var header = new CommandHeader { District = district, Actor = Actor.Named(actor), Command = "import", Reason = reason };
        var written = dryRun ? null : registry.Execute(header, Decide, progress);
        if (dryRun)
        {
            Decide(registry.ViewToDecideOn(district));
        }
        var problems = pack.Problems.Concat(intake.Problems).ToList();
        // A refusal that is no row's: too many other writers were first.
        problems.AddRange(problems.Count > 0 ? [] : (written?.Problems ?? []).Select(p => new RowProblem("district.csv", 0, null, null, p.Code, p.Message)));
        return new ImportResult { District = district, Problems = problems, Changes = problems.Count > 0 ? [] : intake.Changes, Entry = written?.Entry };
    }
}
