using PlanRegistry.Records;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Ledger;

/// <summary>Nobody can say what the registry knew: it was restored from a backup, and what was recorded then may be lost.</summary>
public sealed class LostException(Text sentence) : SpokenException(sentence, MayBeLost)
{
    public const string MayBeLost = "MAY_BE_LOST";
}
