using GraphQLEngine;
using PlanRegistry.Records;
using PlanRegistry.Server.Access;
using PlanRegistry.Server.GraphQL;
using Calendar = PlanRegistry.Records.Calendar;

namespace PlanRegistry.Server.Backups;

/// <summary>The last verified backup, as administrators see it.</summary>
public sealed class BackupNode(VerifiedBackup? last, bool isDue, int days)
{
    public DateTimeOffset? TakenAt => last is null ? null : Calendar.InShanghai(last.TakenAt);
    public string? File => last?.File;
    public bool IsDue { get; } = isDue;

    internal Text? Due => !IsDue ? default(Text?) : last is null ? BackupWords.NoneYet : BackupWords.TooOld(last.TakenAt, days);
}

[Resolves("Query")]
public static class BackupQueries
{
    public static BackupNode LastBackup([Service] Caller caller, [Service] BackupWatch watch)
    {
        caller.Require("Query.lastBackup");
        return RequestErrors.Telling(() => watch.Last is var last ? new BackupNode(last, watch.IsDue(last), watch.MostAge.Days) : null!);
    }
}

[Resolves("Backup")]
public static class BackupFields
{
    public static string? Sentence(BackupNode backup, Language? language, [Service] Reader reader) =>
        backup.Due is { } sentence ? reader.Told(sentence, language) : null;
}
