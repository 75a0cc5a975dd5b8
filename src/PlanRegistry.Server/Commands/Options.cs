using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text;
using PlanRegistry.Intake;
using PlanRegistry.Records;
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

    private static Language LanguageOf(string? given) => given == "en" ? Records.Language.En : Records.Language.Zh;

    private static Option<string> MakeLanguage()
    {
        var option = new Option<string>("--lang") { Description = "zh or en.", DefaultValueFactory = _ => "zh", Recursive = true };
        option.AcceptOnlyFromAmong("zh", "en");
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
            Refuse(result, $"“{text}”不是日期，请写作“2026-06-30”。", $"'{text}' is no day: write it as 2026-06-30.");
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
