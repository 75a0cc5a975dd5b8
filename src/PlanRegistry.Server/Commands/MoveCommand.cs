using System.CommandLine;
using PlanRegistry.Ledger;
using PlanRegistry.Records;
using PlanRegistry.Server.Ledger;
using PlanRegistry.Server.Storage;

namespace PlanRegistry.Server.Commands;

/// <summary>
/// plan-registry move --from A --to B: from a file to a server's database or back, entry by entry, each with the hash that it has. What
/// broke off goes on where it stopped.
/// </summary>
public static class MoveCommand
{
    private const int EntriesAtOnce = 200;

    public static Command Create()
    {
        var from = new Option<string>("--from") { Description = "The registry to copy, as --database names it.", Required = true };
        var to = new Option<string>("--to")
        {
            Description = "Where to: an empty database, or one where a move broke off.", Required = true,
        };
        var command = new Command("move", "Copies a registry to another database, entry by entry, and proves both equal.") { from, to };
        command.SetAction(p => Run(p.GetRequiredValue(from), p.GetRequiredValue(to), TimeProvider.System, Options.VoiceOf(p)));
        return command;
    }

    public static int Run(string from, string to, TimeProvider clock, Voice voice)
    {
        try
        {
            using var source = Homes.Of(from);
            source.RequireCurrent();
            using var target = Homes.Of(to);
            target.Migrate(clock);
            if (target.Districts().Except(source.Districts()).Cast<DistrictCode?>().FirstOrDefault() is { } strange)
            {
                voice.Fail($"“{target.Name}”已有{strange}的台账，而“{source.Name}”没有：请另指定空的数据库。",
                    $"'{target.Name}' has a ledger of {strange}, which '{source.Name}' has not: name an empty database.");
                return CommandLine.Refused;
            }
            foreach (var district in source.Districts())
            {
                if (Move(source, target, district) is { } refusal)
                {
                    voice.Fail(refusal);
                    return CommandLine.Refused;
                }
                voice.Say($"{district}  {target.Head(district)}条", $"{district}  {target.Head(district)} entries");
            }
            MoveAccess(source, target);
            return Proven(source, target, voice);
        }
        catch (StorageException e)
        {
            voice.Fail(e.Sentence);
            return CommandLine.Environment;
        }
    }

    /// <summary>Why it cannot be; null where both ledgers now end alike.</summary>
    private static Text? Move(IStorage source, IStorage target, DistrictCode district)
    {
        var (head, at) = (source.Head(district), target.Head(district));
        if (at > head || (at > 0 && target.Entry(district, at)!.Hash != source.Entry(district, at)!.Hash))
        {
            return new Text($"“{target.Name}”的{district}台账与“{source.Name}”的不同：请另指定空的数据库。",
                $"The ledger of {district} in '{target.Name}' is not that of '{source.Name}': name an empty database.");
        }
        while (at < head)
        {
            foreach (var (stored, draft) in source.Drafts(district, at + 1, Math.Min(head, at + EntriesAtOnce)))
            {
                if (draft.Entry.Hash != stored.Hash)
                {
                    return VerifierWords.Altered(stored);
                }
                if (!target.Append([district], _ => draft, new Waiting(target.Patience)))
                {
                    return new Text($"“{target.Name}”正由他人写入{district}的台账：请停止后重试。",
                        $"Somebody else writes to the ledger of {district} in '{target.Name}': stop that, and try again.");
                }
                at = stored.Seq;
            }
        }
        return null;
    }

    /// <summary>Once: where there is anything already, it is left as it is.</summary>
    private static void MoveAccess(IStorage source, IStorage target)
    {
        using var from = Homes.AccessOf(source);
        using var to = Homes.AccessOf(target);
        if (to.Read(rows => rows.Tables().Any(t => t.Rows.Count > 0)))
        {
            return;
        }
        var tables = from.Read(rows => rows.Tables().ToList());
        var mark = from.Read(rows => rows.Mark);
        to.Write(target.Patience, rows =>
        {
            rows.Put(tables);
            if (mark is not null)
            {
                rows.SetMark(mark);
            }
            return true;
        });
    }

    private static string? HashOf(IStorage home, DistrictCode district) => home.Entry(district, home.Head(district))?.Hash;

    private static int Proven(IStorage source, IStorage target, Voice voice)
    {
        var found = Verification.Of(target);
        if (found.Broken is { } broken)
        {
            voice.Fail(broken);
            return CommandLine.Refused;
        }
        var grown = source.Districts().Where(d => HashOf(source, d) != HashOf(target, d)).ToList();
        if (grown.Count > 0)
        {
            voice.Fail($"“{source.Name}”在迁移期间又有写入（{string.Join('、', grown)}）：请停止其服务，再次运行本命令。",
                $"'{source.Name}' was written to meanwhile ({string.Join(", ", grown)}): stop its server and run this again.");
            return CommandLine.Refused;
        }
        voice.Say($"已迁移{found.Ledgers.Count}个行政区，末条散列值逐一相等；账户一并迁移，须重新登录；电子文件请自行复制到新的文件夹。",
            $"{found.Ledgers.Count} districts were moved, the hash of each last entry is equal. Accounts came along and sign in anew; "
                + "copy the files of documents to their new folder.");
        return CommandLine.Done;
    }
}
