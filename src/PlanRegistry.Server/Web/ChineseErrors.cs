using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PlanRegistry.Records;
using PlanRegistry.Server.GraphQL;

namespace PlanRegistry.Server.Web;

/// <summary>
/// What the engine refuses by the schema it says in English. To who asks for Chinese, the refusals most met are told in Chinese, at the
/// edge: names and values as they were written; what no pattern fits stays as it is. Without Accept-Language nothing is changed.
/// </summary>
internal static partial class ChineseErrors
{
    private const int MostBytes = 64 * 1024;

    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (string Chinese, Regex English)[] Sentences =
    [
        .. new (string Chinese, string English)[]
        {
            ("类型“${2}”没有字段“${1}”。", "Cannot query field \"([^\"]*)\" on type \"([^\"]*)\"."),
            ("字段“${2}”没有参数“${1}”。", "Unknown argument \"([^\"]*)\" on field \"([^\"]*)\"."),
            ("缺少必填的参数“${1}”（类型“${2}”）。",
                "Argument \"([^\"]*)\" of (?:required )?type \"([^\"]*)\" (?:is required, but it )?was not provided."),
            ("缺少必填的字段“${1}”（类型“${2}”）。", "Field \"([^\"]*)\" of required type \"([^\"]*)\" was not provided."),
            ("“${1}”不是枚举“${2}”的值。", "Value \"([^\"]*)\" does not exist in \"([^\"]*)\" enum."),
            ("参数“${1}”的值有误：${reason}", "Argument \"([^\"]*)\" has an invalid value, as literal or variable: (?<reason>.*)"),
            ("变量“${1}”的值有误：${reason}", "Variable \"([^\"]*)\" has invalid [^:]*: (?<reason>.*)"),
            ("${reason}", "Expected value of type \"[^\"]*\", but encountered error \"(?<reason>.*)\"; found: .*"),
            ("类型“${1}”缺少必填的字段“${2}”。", "Expected value of type \"([^\"]*)\" to include required field \"([^\"]*)\"."),
            ("类型“${1}”须恰好填写一个字段，并且不能为空。", "Within OneOf Input Object type \"([^\"]*)\", exactly one field must be specified, "
                + "and the value for that field must be non-null."),
            ("变量“${1}”的类型“${2}”可以为空，不能用于“${3}”。",
                "Variable \"([^\"]*)\" is of type \"([^\"]*)\" but must be non-nullable to be used for OneOf Input Object \"([^\"]*)\"."),
            ("变量“${1}”的类型“${2}”不能用在应为“${3}”的位置。",
                "Variable \"([^\"]*)\" of type \"([^\"]*)\" used in position expecting type \"([^\"]*)\"."),
            ("类型“${1}”的值应为由各字段组成的对象。", "Expected value of type \"([^\"]*)\" to be an object, found: .*"),
            ("类型“${1}”没有字段“${2}”。", "Expected value of type \"([^\"]*)\" not to include unknown field \"([^\"]*)\""),
            ("“${2}”不是枚举“${1}”的值。", "Enum \"([^\"]*)\" cannot represent non-(?:string|enum) value: ([^.]*)."),
            ("“${1}”不是整数。", "Int cannot represent non-integer value: (.*)"),
            ("“${1}”超出整数的范围。", "Int cannot represent non 32-bit signed integer value: (.*)"),
            ("请求不能超过${1}字节。", "The request must not be larger than ([0-9]+) bytes."),
            ("“${1}”不是数。", "Float cannot represent non numeric value: (.*)"),
            ("“${1}”不是文本，请加引号。", "String cannot represent a non string value: (.*)"),
            ("应当给出类型“${1}”的值。", "Expected a value of non-null type \"([^\"]*)\" to be provided."),
            ("“${1}”不是true或者false。", "Boolean cannot represent a non boolean value: (.*)"),
            ("“${1}”不是标识。", "ID cannot represent (?:a non-string and non-integer )?value: (.*)"),
            ("“${1}”不是日期，请写作“${2}”。", "\"?(.*?)\"? is no day: write it as \"(.*)\"."),
            ("“${1}”不是日期：没有${2}月。", "\"?(.*?)\"? is no day: there is no month ([0-9]+)."),
            ("“${1}”不是日期：${2}只有${3}天。", "\"?(.*?)\"? is no day: (.*) has ([0-9]+) days."),
            ("“${1}”不是时刻，请连同时区写作“2026-06-30T17:30:00+08:00”。", "\"?(.*?)\"? is no moment: write it with its offset, as \".*\"."),
            ("“${1}”不是数，请写作“${2}”。", "\"?(.*?)\"? is no decimal number: write it as \"(.*)\"."),
            ("“${1}”不是行政区划代码，请写GB/T 2260的六位数字，如“500154”。", "\"(.*)\" is no district code: six digits of GB/T 2260, like \".*\"."),
            ("字段“${1}”须给出${names}，取1至${2}。", "Field \"([^\"]*)\" needs (?<names>.*), as literal or variable, between 1 and ([0-9]+)."),
            ("字段“${1}”只能给出${names}中的一个。", "Field \"([^\"]*)\" takes only one of (?<names>.*), as literal or variable."),
            ("参数“${1}”须取1至${2}，不能是${3}。",
                "Argument \"([^\"]*)\" must be between 1 and ([0-9]+), as literal or variable, but is (-?[0-9]+)."),
            ("参数“${1}”最多${2}项，给出了${3}项。",
                "Argument \"([^\"]*)\" must have at most ([0-9]+) items, as literal or variable, but has ([0-9]+)."),
            ("查询的开销${1}超过上限${2}，请减少字段、层级或者每页条数。",
                "The operation's (?:field|type) cost of ([0-9]+) is above the limit of ([0-9]+)."),
            ("语法错误：${1}", "Syntax Error: (.*)"),
        }.Select(s => (s.Chinese, new Regex($"^{s.English}", RegexOptions.Singleline | RegexOptions.NonBacktracking))),
    ];

    /// <summary>The body to send; itself where nothing is to be told otherwise.</summary>
    public static ReadOnlyMemory<byte> Told(HttpContext http, ReadOnlyMemory<byte> body)
    {
        if (http.Request.Headers.AcceptLanguage.Count == 0 || Reader.Of(http.Request).Language != Language.Zh
            || body.Length > MostBytes || !body.Span.StartsWith("{\"errors\":"u8))
        {
            return body;
        }
        var answer = JsonNode.Parse(body.Span)!.AsObject();
        foreach (var error in answer["errors"]!.AsArray())
        {
            error!["message"] = In(error["message"]!.GetValue<string>());
        }
        return JsonSerializer.SerializeToUtf8Bytes(answer, Form);
    }

    /// <summary>In Chinese; a reason within is told so too.</summary>
    private static string In(string message)
    {
        foreach (var (sentence, pattern) in Sentences)
        {
            if (pattern.Match(message) is { Success: true } match)
            {
                var reason = match.Groups["reason"];
                var (names, text) = (match.Groups["names"], match.Result(sentence));
                text = names.Success ? text.Replace(names.Value, Listed(names.Value), StringComparison.Ordinal) : text;
                return reason.Success ? text.Replace(reason.Value, In(reason.Value), StringComparison.Ordinal) : text + Hint(message);
            }
        }
        // What has no sentence of its own is at least introduced, and quoted as it is.
        return message.Any(c => c is >= '\u4e00' and <= '\u9fff') ? message : $"请求不符合接口约定：{message}";
    }

    /// <summary>"first" or "last".</summary>
    private static string Listed(string names) => string.Join("或者", Quoted().Matches(names).Select(m => $"“{m.Groups[1].Value}”"));

    private static string Hint(string message) => message.IndexOf(" Did you mean ", StringComparison.Ordinal) is >= 0 and var at
        ? $"是否应为{string.Join('、', Quoted().Matches(message, at).Select(m => $"“{m.Groups[1].Value}”"))}？"
        : "";

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Quoted();
}
