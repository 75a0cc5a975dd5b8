using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PlanRegistry.Tests.Commands;

/// <summary>The binary itself: sentences and exit codes (0 done, 1 refused or broken, 2 usage, 3 database or port).</summary>
public sealed class CommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plan-registry-tests-");

    private (int Code, string Output, string Errors) Run(params string[] arguments) =>
        RunWith([], arguments.Contains("--lang") || arguments[0].StartsWith('-') ? arguments : [.. arguments, "--lang", "en"]);

    private (int Code, string Output, string Errors) RunWith(Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "plan-registry.dll"), .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.FullName,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit(60_000).Should().BeTrue("the command ends");
        return (process.ExitCode, output, errors.Result);
    }

    private string At(string name) => Path.Combine(folder.FullName, name);

    [Theory]
    [InlineData("无", "--actor needs a name.")]
    [InlineData("王\u202e五", "--actor holds the character U+202E, which nobody sees: delete it.")]
    [InlineData(600, "--actor has 600 characters; it may have 200.")]
    public void Who_is_to_stand_in_the_ledger_has_a_name(object name, string sentence)
    {
        var (code, _, errors) = Run("import", "pack", "--database", At("r.db"), "--actor",
            name is int length ? new string('阿', length) : (string)name);

        code.Should().Be(2);
        errors.Should().Contain(sentence);
    }

    [Fact]
    public void Digest_prints_what_an_agency_owes_and_says_where_there_is_none()
    {
        File.WriteAllBytes(At("r.db"), SampleFile.Import(TimeProvider.System));

        var (code, output, _) = RunWith([], "digest", "--district", "500154", "--agency", "区水利局", "--as-of", "2026-06-30",
            "--database", At("r.db"));
        var nobody = Run("digest", "--district", "500154", "--agency", "区气象局", "--database", At("r.db"));

        code.Should().Be(0);
        output.Should().StartWith("重庆市开州区水利局：规划工作每周提示\n\n开州区，2026年6月30日；台账500154:1").And.Contain("逾期（");
        (nobody.Code, nobody.Errors).Should().Be((2, "The district 500154 has no agency '区气象局'.\n"));
    }

    [Fact]
    public void Check_judges_the_sample_where_there_is_no_database()
    {
        var zh = RunWith([], "check", "--as-of", "2026-06-30");
        var en = Run("check", "--as-of", "2026-06-30", "--lang", "en", "--json");

        zh.Code.Should().Be(0);
        zh.Output.Should().Contain("开州区2026年6月30日：评判规划").And.Contain("CAT-001").And.Contain("禁止办理");
        zh.Errors.Should().Be("尚无数据库“data/registry.db”：以下是示例行政区，在临时数据库中评判。\n");
        en.Errors.Should().Be("There is no database 'data/registry.db' yet: this is the sample district, judged in a temporary one.\n");
        en.Output.Should().Contain("stands on no approved directory list");
        Directory.GetFileSystemEntries(folder.FullName).Should().BeEmpty("the temporary database is gone");
    }

    [Theory]
    [InlineData("check", "--from", "2026-01-01", "--from须与--corrections同时使用。", "--from goes with --corrections.")]
    [InlineData("check", "--to", "2026-01-01", "--to须与--corrections同时使用。", "--to goes with --corrections.")]
    [InlineData("check --corrections", "--as-of", "2026-01-01", "--as-of不能与--corrections同时使用。", "--as-of goes without --corrections.")]
    [InlineData("check --corrections", "--order-by", "RULE", "--order-by不能与--corrections同时使用。", "--order-by goes without --corrections.")]
    [InlineData("check", "--order-by", "SIZE", "“SIZE”不是问题的排序，可选SEVERITY、PLAN、RULE、SINCE、URGENCY、FIRST。",
        "'SIZE' is no order of findings: SEVERITY, PLAN, RULE, SINCE, URGENCY, FIRST.")]
    [InlineData("check", "--as-of", "2021/2/30", "“2021/2/30”不是日期：2021年2月只有28天。", "'2021/2/30' is no day: 2021-02 has 28 days.")]
    [InlineData("check", "--as-of", "2021/2/3", "“2021/2/3”不是日期，请写作“2021-02-03”。", "'2021/2/3' is no day: write it as 2021-02-03.")]
    [InlineData("check", "--lang", "fr", "--lang应为zh或者en。", null)]
    public void What_does_not_go_together_is_told_and_not_passed_over(string command, string option, string value, string zh, string? en)
    {
        var told = RunWith([], [.. command.Split(' '), option, value]);
        (told.Code, told.Errors).Should().Be((2, zh + "\n"));
        if (en is not null)
        {
            var other = RunWith([], [.. command.Split(' '), option, value, "--lang", "en-GB"]);
            (other.Code, other.Errors).Should().Be((2, en + "\n"));
        }
    }

    [Fact]
    public void Check_tells_first_what_is_due_first_where_it_is_asked_to()
    {
        var output = Run("check", "--as-of", "2026-06-30", "--order-by", "urgency", "--json").Output;

        var due = System.Text.Json.JsonDocument.Parse(output).RootElement.EnumerateArray()
            .Select(f => f.GetProperty("due").GetString() ?? "9999").ToList();
        due.Should().HaveCountGreaterThan(10).And.BeInAscendingOrder();
    }

    [Theory]
    [InlineData("--lang", "zh-CN")]
    [InlineData("--lang=zh")]
    [InlineData]
    public void In_Chinese_help_and_faults_of_the_command_line_are_Chinese(params string[] language)
    {
        string[] commands = ["", "serve", "migrate", "check", "import", "export", "verify", "heads", "backup", "restore", "rules"];
        foreach (var command in commands)
        {
            var (code, output, _) = RunWith([], [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help", .. language]);

            code.Should().Be(0);
            output.Split('\n').Where(l => l.Trim().Length > 0).Should()
                .OnlyContain(l => l.Any(c => c > '\u2e80') || l.Contains("plan-registry"));
        }
        var unknown = RunWith([], ["check", "--nonsense", .. language]);
        unknown.Code.Should().Be(2);
        unknown.Errors.Should().Be("没有“--nonsense”这个命令、参数或者选项，--help列出可用的。\n");
        RunWith([], ["export", .. language]).Errors.Should().Be("须给出--district。\n");
        RunWith([], ["import", .. language]).Errors.Should().Be("命令import须给出PACK。\n");
        RunWith([], ["check", "--as-of", .. language.Take(0)]).Errors.Should().Be("--as-of须给出一个值。\n");
        RunWith([], [.. language]).Errors.Should().Contain("请给出一个命令，--help列出各命令。");
    }

    [Fact]
    public void In_English_they_are_English() => Run("check", "--nonsense").Errors.Should()
        .Be("Unrecognized command or argument '--nonsense'.\n");

    [Fact]
    public void Check_tells_corrections_as_JSON_when_there_is_none_too()
    {
        var (code, output, _) = Run("check", "--corrections", "--json");

        (code, output).Should().Be((0, "[]\n"));
    }

    [Fact]
    public void The_version_is_told_with_those_of_schema_and_SQLite()
    {
        var (code, output, errors) = Run("--version");

        code.Should().Be(0);
        output.Should().MatchRegex(@"\Aplan-registry [0-9]+\.[0-9]+\.[0-9]+(\+[0-9a-f]{40})?\n"
            + @"schema 0[0-9]{3}\nSQLite 3\.[0-9]+\.[0-9]+\n\z");
        errors.Should().BeEmpty();
    }

    [Fact]
    public void A_database_that_was_named_and_is_not_there_is_a_mistake()
    {
        var (code, _, errors) = Run("check", "--database", At("typo.db"));

        code.Should().Be(3);
        errors.Trim().Should().Be($"There is no database '{At("typo.db")}'.");
    }

    [Theory]
    [InlineData("check", "--district", "abc", "'abc' is no district code: six digits of GB/T 2260, like 500154.")]
    [InlineData("check", "--as-of", "2026-13-01", "'2026-13-01' is no day: there is no month 13.")]
    [InlineData("check", "--database", "", "--database needs a file.")]
    [InlineData("serve", "--urls", "http://0.0.0.0:5199",
        "'http://0.0.0.0:5199' is refused: there is no administrator's account, so the server listens on this machine only. "
            + "Run plan-registry user add NAME --role ADMIN --district CODE first.")]
    [InlineData("serve", "--urls", "https://127.0.0.1:5199",
        "'https://127.0.0.1:5199' needs a certificate: name its file by --certificate.")]
    public void Wrong_usage_is_one_sentence_and_exit_code_2(string command, string option, string value, string sentence)
    {
        var (code, _, errors) = Run(command, option, value);

        code.Should().Be(2);
        errors.Trim().Should().Be(sentence);
    }

    [Theory]
    [InlineData("GraphQL__Limits__MaxDepht", "9", "GraphQL:Limits:MaxDepht is no setting; GraphQL:Limits has CoordinateRepeats, ")]
    [InlineData("GraphQL__Introspection", "no", "GraphQL:Introspection is \"no\"; allowed is ALL or SIGNED_IN or NONE.")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4318",
        "OTEL_EXPORTER_OTLP_ENDPOINT is \"collector:4318\"; allowed is an address such as http://127.0.0.1:4317.")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "carrier-pigeon",
        "OTEL_EXPORTER_OTLP_PROTOCOL is \"carrier-pigeon\"; allowed is grpc or http/protobuf.")]
    [InlineData("OTEL_EXPORTER_OTLP_HEADERS", "secret",
        "OTEL_EXPORTER_OTLP_HEADERS is no list of headers: write them as name=value,name=value.")]
    [InlineData("OTEL_METRIC_EXPORT_INTERVAL", "0",
        "OTEL_METRIC_EXPORT_INTERVAL is \"0\"; allowed is a whole number from 1 to 2147483647.")]
    [InlineData("OTEL_EXPORTER_OTLP_METRICS_PROTOCOL", "grpc",
        "OTEL_EXPORTER_OTLP_METRICS_PROTOCOL is not read: both signals take that without METRICS or TRACES in its name.")]
    [InlineData("Kestrel__Endpoints__Open__Url", "http://0.0.0.0:5199",
        "Kestrel:Endpoints is refused; where to listen is told by --urls.")]
    [InlineData("GraphQL__Limits__CoordinateRepeats__Plan.superior", "9",
        "The schema cannot be built: 1 fault.\n  Plan.superior: Limits.CoordinateRepeats names it, but the schema has no type "
        + "with fields and no field of this name.")]
    public void A_wrong_setting_is_one_sentence_and_exit_code_2(string name, string value, string sentence)
    {
        var (code, output, errors) = RunWith(new() { [name] = value }, "serve", "--sample", "--database", At("r.db"));

        code.Should().Be(2);
        output.Should().BeEmpty("nothing is loaded nor served");
        errors.Trim().Should().StartWith(sentence);
    }

    [Theory]
    [InlineData("http://2130706433:{0}", "http://127.0.0.1:{0}")]
    [InlineData("http://127.1:{0}", "http://127.0.0.1:{0}")]
    [InlineData("http://LOCALHOST:{0}", "http://localhost:{0}")]
    public void An_address_is_listened_on_as_it_was_understood(string written, string understood)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var (code, _, errors) = Run("serve", "--database", At("r.db"), "--urls", string.Format(null, written, port));

        code.Should().Be(3);
        errors.Trim().Should().StartWith($"Cannot listen on {string.Format(null, understood, port)}: ").And.NotContain("\n");
    }

    [Theory]
    [InlineData("http://localhost.:5199")]
    [InlineData("http://127.0.0.1%00:5199")]
    [InlineData("http://例子.测试:5199")]
    [InlineData("http:127.0.0.1")]
    public void An_odd_address_is_one_sentence_and_exit_code_2(string url)
    {
        var (code, _, errors) = Run("serve", "--database", At("r.db"), "--urls", url);

        code.Should().Be(2);
        errors.Trim().Should().StartWith($"'{url}' is ").And.NotContain("\n");
    }

    [Theory]
    [InlineData("check")]
    [InlineData("export", "--district", "500154", "pack")]
    public void A_command_that_only_reads_does_not_turn_an_empty_file_into_a_registry(params string[] command)
    {
        File.WriteAllBytes(At("empty.db"), []);

        var (code, _, errors) = Run([.. command, "--database", At("empty.db")]);

        code.Should().Be(3);
        errors.Trim().Should().Be(
            $"The database '{At("empty.db")}' is empty, or of an older plan-registry: run plan-registry migrate first.");
        new FileInfo(At("empty.db")).Length.Should().Be(0);
    }

    [Theory]
    [InlineData(":memory:")]
    [InlineData("file:x?mode=memory")]
    public void A_name_that_is_no_file_is_refused(string database)
    {
        var (code, _, errors) = Run("import", "pack", "--database", database);

        code.Should().Be(3);
        errors.Trim().Should().Be($"'{database}' is no file: name the file in which the registry is to be kept, like data/registry.db.");
    }

    /// <summary>As much as a refused pack may take: the heap is held to 300 MB, and what wants more ends the process.</summary>
    [Theory]
    [InlineData("{0},区{0}局,NOWHERE\n", 199_000, "Nothing was written: more than 1000 problems.")]
    [InlineData("{0}\n", 199_000, "Nothing was written: more than 1000 problems.")]
    [InlineData("A{0},\"{1}\",\n", 900, "Nothing was written: 900 problems.")]
    [InlineData("\n", 1_000_000, "The pack has more than 200000 rows (counted in agencies.csv), ")]
    [InlineData("{0},区{0}局,\n", 1_000_000, "The pack has more than 200000 rows (counted in agencies.csv), ")]
    public void A_pack_that_is_refused_takes_less_than_300_MB(string row, int rows, string sentence)
    {
        Directory.CreateDirectory(At("pack"));
        File.WriteAllText(Path.Combine(At("pack"), "district.csv"), "code,name,tier,superior\n500154,开州区,DISTRICT,500000\n");
        using (var agencies = File.CreateText(Path.Combine(At("pack"), "agencies.csv")))
        {
            agencies.Write("code,name,tier\n");
            var wide = new string('甲', 10_000);
            for (var i = 0; i < rows; i++)
            {
                agencies.Write(string.Format(null, row, i, wide));
            }
        }

        var (code, _, errors) = RunWith(new() { ["DOTNET_GCHeapHardLimit"] = $"{300 * 1024 * 1024:X}" },
            "import", At("pack"), "--database", At("r.db"), "--lang", "en");

        code.Should().Be(1, errors.Length > 500 ? errors[..500] : errors);
        errors.TrimEnd().Split('\n')[^1].Should().StartWith(sentence);
    }

    [Fact]
    public void A_port_in_use_is_one_sentence_and_exit_code_3()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var (code, _, errors) = Run("serve", "--database", At("r.db"), "--urls", $"http://127.0.0.1:{port}");

        code.Should().Be(3);
        errors.Trim().Should().StartWith($"Cannot listen on http://127.0.0.1:{port}: ").And.NotContain("\n");
    }

    [Fact]
    public void A_file_that_is_no_database_is_one_sentence_and_exit_code_3()
    {
        File.WriteAllText(At("text.db"), "not a database, but long enough to be read as the header of one: " + new string('x', 200));

        var (code, _, errors) = Run("verify", "--database", At("text.db"));

        code.Should().Be(3);
        errors.Trim().Should().NotContain("\n").And.Contain("text.db");
    }

    public void Dispose() => folder.Delete(recursive: true);
}
