using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text;
using PlanRegistry.Intake;
using PlanRegistry.Records;
using PlanRegistry.Server.Conformance;
using PlanRegistry.Server.Packs;
using Text = PlanRegistry.Records.Text;

namespace PlanRegistry.Server.Commands;

/// <summary>Options that several commands take; each wrong value is one sentence.</summary>
internal static class Options
{
    private const int MostOfAName = 200;

    /// <summary>In which language a command speaks.</summary>
    public static readonly Option<string> Language = MakeLanguage();

    /// <summary>Of the console.</summary>
    public static Voice VoiceOf(ParseResult parsed) => new(LanguageOf(parsed.GetValue(Language)), Console.Out, Console.Error);

    /// <summary>Of a command line that is not parsed yet: what is wrong with it is told in its own language too.</summary>
    public static Language LanguageIn(string[] args)
    {
        var at = Array.FindLastIndex(args, a => a == "--lang" || a.StartsWith("--lang=", StringComparison.Ordinal));
        return LanguageOf(at < 0 ? null : args[at].Contains('=') ? args[at][7..] : args.ElementAtOrDefault(at + 1));
    }

    private static Language LanguageOf(string? given) => Primary(given) == "en" ? Records.Language.En : Records.Language.Zh;

    /// <summary>zh of zh-CN.</summary>
    private static string? Primary(string? tag) => tag?.Split('-', '_')[0].ToLowerInvariant();

    private static Option<string> MakeLanguage()
    {
        var option = new Option<string>("--lang") { Description = "zh or en.", DefaultValueFactory = _ => "zh", Recursive = true };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && Primary(result.Tokens[0].Value) is not ("zh" or "en"))
            {
                Refuse(result, "--lang应为zh或者en。", "--lang is zh or en.");
            }
        });
        return option;
    }

    public static void Refuse(SymbolResult result, string zh, string en) =>
        result.AddError(new Text(zh, en).In(LanguageOf(result.GetValue(Language))));

    public static void NotBlank(OptionResult result, string option, Text wanted)
    {
        if (result.Tokens.Count > 0 && string.IsNullOrWhiteSpace(result.Tokens[0].Value))
        {
            Refuse(result, $"{option}须给出{wanted.Zh}。", $"{option} needs {wanted.En}.");
        }
    }

    /// <summary>Who is to stand in the ledger: somebody, in no more words than a name has, and none that nobody sees.</summary>
    public static void Name(OptionResult result, string option)
    {
        if (result.Tokens.Count > 0 && Placeholders.Has(result.Tokens[0].Value))
        {
            Refuse(result, $"{option}须给出一个姓名。", $"{option} needs a name.");
        }
        else if (result.Tokens.Count > 0 && Cells.Unfit(new(option, option), result.Tokens[0].Value, MostOfAName) is { Message: var unfit })
        {
            Refuse(result, unfit.Zh, unfit.En);
        }
    }

    public static Option<DistrictCode?> District(bool required) => new("--district")
    {
        Description = "Six digits of GB/T 2260, like 500154.",
        Required = required,
        CustomParser = result =>
        {
            if (DistrictCode.TryParse(result.Tokens[0].Value, out var code))
            {
                return code;
            }
            Refuse(result, $"“{result.Tokens[0].Value}”不是行政区划代码，请写GB/T 2260的六位数字，如500154。",
                $"'{result.Tokens[0].Value}' is no district code: six digits of GB/T 2260, like 500154.");
            return null;
        },
    };

    public static Encoding? Encoding(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (PackEncoding.Declared.TryGetValue(text, out var encoding))
        {
            return encoding;
        }
        var allowed = string.Join(", ", PackEncoding.Declared.Keys);
        Refuse(result, $"“{text}”不是可以读取的编码，可选{allowed.Replace(", ", "、")}。", $"'{text}' is no encoding that is read: {allowed}.");
        return null;
    }

    /// <summary>How findings stand, as GraphQL orders them.</summary>
    public static Option<FindingOrder> OrderBy()
    {
        var words = string.Join(", ", Enum.GetValues<FindingOrder>().Select(Names.Of));
        return new("--order-by")
        {
            HelpName = "order",
            Description =
                "SEVERITY (the default), FIRST (overdue errors, then blocking), URGENCY (first due), PLAN, RULE or SINCE (latest first).",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (Names.TryParse<FindingOrder>(text.ToUpperInvariant(), out var order))
                {
                    return order;
                }
                Refuse(result, $"“{text}”不是问题的排序，可选{words.Replace(", ", "、")}。", $"'{text}' is no order of findings: {words}.");
                return default;
            },
        };
    }

    /// <summary>What is given beside another than its own would be passed over in silence.</summary>
    public static void OnlyWith(CommandResult result, Option<bool> own, Option[] withIt, Option[] withoutIt)
    {
        var isGiven = result.GetValue(own);
        foreach (var option in (isGiven ? withoutIt : withIt).Where(o => result.GetResult(o) is { Implicit: false }))
        {
            var (zh, en) = isGiven ? ("不能与", "goes without") : ("须与", "goes with");
            Refuse(result, $"{option.Name}{zh}{own.Name}同时使用。", $"{option.Name} {en} {own.Name}.");
        }
    }

    public static Option<DateOnly?> AsOf() => Day("--as-of", "The day, like 2026-06-30; today in Asia/Shanghai by default.");

    public static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }
            if (Days.WhyNone(text) is { } why)
            {
                Refuse(result, $"“{text}”不是日期：{why.Zh}。", $"'{text}' is no day: {why.En}.");
                return null;
            }
            var right = Days.TryRead(text, out var meant) && meant.IsExact ? meant.ToString() : "2026-06-30";
            Refuse(result, $"“{text}”不是日期，请写作“{right}”。", $"'{text}' is no day: write it as {right}.");
            return null;
        },
    };

    public static DateTimeOffset? Moment(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            return moment;
        }
        Refuse(result, $"“{text}”不是时刻，请写作“2026-06-30T17:30:00+08:00”。",
            $"'{text}' is no moment: write it as 2026-06-30T17:30:00+08:00.");
        return null;
    }
}
